import { textOf } from '../../node.ts';
import { feelFrom } from '../expression.ts';
import { areParametersRead, isMappingRead } from '../mapping.ts';
import { type Meaning, alike, both, camunda, flowable, zeebe } from '../meaning.ts';
import { partsOf } from '../words.ts';

const JOBS: ReadonlySet<string> = new Set(['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask']);

const NOBODY = {
  zh: '成为以此为名的作业，本系统中没有人应答，办件会停在这里：请改为由人办理，或写明做什么',
  en: 'becomes a job of this name, which nobody here answers, so a case would stop here: let a person do it, or say what it does',
};
const CODE = {
  zh: '是程序代码，本系统不执行；成为以此为名的作业，没有人应答，办件会停在这里：请改为由人办理，或写明做什么',
  en: 'is code, which is never run here; it becomes a job of this name that nobody answers, so a case would stop here: let a person do it, or say what it does',
};
const NEVER_RUN = { zh: '附加的程序，本系统从不执行', en: 'code beside the flow, which is never run here' };
const SETTLED = ['Job', 'Set', 'Rule'];

const jobIn = (at: { readonly $type: string }): 'warning' | 'ignored' => (JOBS.has(at.$type) ? 'warning' : 'ignored');

/** What is done without people. */
export const AUTOMATIC: readonly Meaning[] = [
  ...alike(camunda, 'topic', { as: 'warning', says: NOBODY, judge: (_word, at) => jobIn(at), expected: NOBODY, ours: SETTLED }),
  ...alike(zeebe, 'taskDefinition', { as: 'warning', says: NOBODY, judge: (_word, at) => jobIn(at), expected: NOBODY, ours: SETTLED }),
  ...alike(both, 'class delegateExpression expression', {
    as: 'warning',
    says: CODE,
    judge: (_word, at) => jobIn(at),
    expected: CODE,
    ours: SETTLED,
  }),
  ...alike(both, 'type', {
    as: 'warning',
    says: NOBODY,
    judge: ({ value }, at) => (value === 'external' ? 'ignored' : jobIn(at)),
    expected: NOBODY,
    ours: SETTLED,
  }),
  ...alike(camunda, 'connector', { as: 'warning', says: CODE, ours: SETTLED }),
  ...alike(both, 'field', { as: 'warning', says: { zh: '给程序的参数，不读', en: 'a parameter of code, not read' }, ours: SETTLED }),
  ...alike(both, 'resultVariable', {
    as: 'warning',
    // of a decision it is read with the decision
    judge: (_word, { $type }) => ($type === 'bpmn:BusinessRuleTask' ? 'ignored' : 'warning'),
    says: { zh: '程序的结果不读，请写明作业的结果取什么', en: 'the result of code is not read: say what is taken from the job’s answer' },
    ours: ['Out', 'Set', 'Rule'],
  }),
  ...alike(flowable, 'resultVariableName', {
    as: 'warning',
    says: { zh: '程序的结果不读，请写明作业的结果取什么', en: 'the result of code is not read: say what is taken from the job’s answer' },
    ours: ['Out', 'Set', 'Rule'],
  }),
  ...alike(camunda, 'inputOutput', {
    as: 'read',
    says: { zh: '自动步骤：给作业的和从结果取的', en: 'at a step without people: what the job is given and what is taken from it' },
    judge: ({ node }, at) => (node && JOBS.has(at.$type) && areParametersRead(node) ? 'read' : 'warning'),
    expected: {
      zh: '只在自动步骤上读，并且只读文字和一个表达式；用到其中名称的条件会另外提示',
      en: 'read at steps without people only, and as a text or one expression; conditions that use its names are told apart',
    },
    ours: ['In', 'Out', 'Set'],
  }),
  ...alike(zeebe, 'ioMapping', {
    as: 'read',
    says: {
      zh: '自动步骤和调用：给出的和取回的；等消息的地方：从消息取的',
      en: 'at a step without people or a call: what is given and taken back; where a message is caught: what it brings',
    },
    judge: ({ node }, { $type }) => {
      if (!node || !isMappingRead(node)) return 'warning';
      if (JOBS.has($type) || $type === 'bpmn:CallActivity') return 'read';
      const catches = /^bpmn:(ReceiveTask|StartEvent|BoundaryEvent|IntermediateCatchEvent)$/.test($type);
      if (catches && partsOf(node, 'input').length === 0) return 'read';
      const same = [...partsOf(node, 'input'), ...partsOf(node, 'output')].every(
        (one) => feelFrom(textOf(one, 'source') ?? '') === textOf(one, 'target'),
      );
      return same ? 'ignored' : 'warning';
    },
    expected: {
      zh: '人工步骤和其他地方不改换名称；用到新名称的条件会另外提示',
      en: 'names are not changed at steps for people and elsewhere; conditions that use the new ones are told apart',
    },
    ours: ['In', 'Out', 'Payload', 'Set'],
  }),
  ...alike(both, 'executionListener taskListener eventListener', { as: 'warning', says: NEVER_RUN }),
  ...alike(zeebe, 'executionListeners taskListeners', { as: 'warning', says: NEVER_RUN }),
  ...alike(zeebe, 'script', {
    as: 'warning',
    says: { zh: '不执行：请改为“给字段赋值”的自动步骤', en: 'not run: make it a step that sets values' },
  }),
  ...alike(camunda, 'resource', {
    as: 'error',
    says: { zh: '在别的文件中的脚本，不执行：请在这里写明', en: 'a script in another file, which is not run: say it here' },
  }),
  ...alike(both, 'decisionRef mapDecisionResult', {
    as: 'read',
    says: { zh: '本流程中的这张决策表', en: 'the decision table of this name, where the flow holds it' },
  }),
  ...alike(both, 'decisionRefBinding decisionRefVersion decisionRefVersionTag decisionRefTenantId decisionTaskThrowErrorOnNoHits', {
    as: 'ignored',
    says: { zh: '随决策表而定', en: 'goes with the decision table' },
  }),
  ...alike(zeebe, 'calledDecision', {
    as: 'read',
    says: { zh: '本流程中的这张决策表', en: 'the decision table of this name, where the flow holds it' },
  }),
  ...alike(flowable, 'skipExpression', {
    as: 'error',
    says: {
      zh: '按条件跳过的步骤这里不会跳过：请画一个分支，再重画这一步',
      en: 'a step that may be skipped is not skipped here: draw a branch, and draw this step anew',
    },
    judge: ({ value }) => (value === 'false' || value === '${false}' ? 'ignored' : 'error'),
    expected: {
      zh: '按条件跳过的步骤这里不会跳过：请画一个分支，再重画这一步',
      en: 'a step that may be skipped is not skipped here: draw a branch, and draw this step anew',
    },
  }),
  ...alike(flowable, 'triggerable', {
    as: 'warning',
    says: NOBODY,
    judge: ({ value }) => (value === 'true' ? 'warning' : 'ignored'),
    expected: NOBODY,
    ours: SETTLED,
  }),
  ...alike(both, 'errorEventDefinition mapException', {
    as: 'warning',
    says: { zh: '作业的出错由应答的人说明，不在这里判断', en: 'whoever answers a job says its errors; they are not judged here' },
  }),
  ...alike(zeebe, 'taskHeaders linkedResources', {
    as: 'ignored',
    says: { zh: '给应答作业的程序看的', en: 'for whoever answers the job' },
  }),
  ...alike(flowable, 'autoStoreVariables useLocalScopeForResultVariable storeResultVariableAsTransient parallelInSameTransaction', {
    as: 'ignored',
    says: { zh: '程序内部的做法', en: 'a manner of the code' },
  }),
];
