import { textOf } from '../../node.ts';
import { isListRead } from '../many.ts';
import { isCrossingRead } from '../mapping.ts';
import { type Meaning, all, alike, both, camunda, flowable, zeebe } from '../meaning.ts';
import { foreignNode, partsOf } from '../words.ts';

const NOT_ALL = {
  zh: '不会把全部内容带进去：请在“调用”中写明带去哪些',
  en: 'not everything is handed over: say under “Calls” what is',
};
const NOTHING = { zh: '这里没有这回事，什么也不改变', en: 'there is no such thing here, and nothing changes by it' };

/** How it goes on: lists, calls, messages, errors, time; and what changes nothing. */
export const FLOW: readonly Meaning[] = [
  ...alike(both, 'collection', {
    as: 'read',
    says: { zh: '按这个名单几个人办', en: 'the list by which several do it' },
    judge: ({ value = '' }) => (isListRead(value) ? 'read' : 'error'),
    expected: {
      zh: '只读得懂一个变量，请在“几个人办”中另选名单',
      en: 'one variable is expected: choose the list again under “How many do it”',
    },
    ours: ['Items'],
  }),
  ...alike(both, 'elementVariable', {
    as: 'read',
    says: { zh: '每个人看到的那一项的名称', en: 'the name under which each sees its item' },
    ours: ['Items'],
  }),
  ...alike(flowable, 'elementIndexVariable', {
    as: 'warning',
    says: { zh: '不读；第几个见 loopCounter', en: 'not read; loopCounter is the number of the round' },
  }),
  ...alike(zeebe, 'loopCharacteristics', {
    as: 'read',
    says: {
      zh: '按 inputCollection 的名单几个人办，每项名为 inputElement',
      en: 'done by several by the list inputCollection, each item called inputElement',
    },
    judge: ({ node }) =>
      !isListRead(textOf(node, 'inputCollection') ?? '') ? 'error' : textOf(node, 'outputCollection') ? 'warning' : 'read',
    expected: {
      zh: '名单会读，各人的结果（outputCollection）不汇总：请写明汇总哪一项',
      en: 'the list is read, the results (outputCollection) are not gathered: say which field is',
    },
    ours: ['Items', 'Collect'],
  }),
  ...alike(both, 'in out', {
    as: 'read',
    says: { zh: '调用时带去的、带回的', en: 'what is handed over to a called flow, and what comes back' },
    judge: ({ node, name }) =>
      !node || isCrossingRead(node) ? 'read' : textOf(node, 'businessKey') || name === 'out' ? 'warning' : 'error',
    expected: {
      zh: '只读一项对一项（source 或 sourceExpression 到 target），不会全部带去或带回：请在“调用”中写明',
      en: 'one by one only, from source or sourceExpression to target, never everything: say it under “Calls”',
    },
    ours: ['In', 'Out'],
  }),
  ...alike(flowable, 'inheritVariables', {
    as: 'error',
    says: NOT_ALL,
    judge: ({ value }) => (value === 'true' ? 'error' : 'ignored'),
    expected: NOT_ALL,
    ours: ['In'],
  }),
  ...alike(camunda, 'variableMappingClass variableMappingDelegateExpression', { as: 'error', says: NOT_ALL, ours: ['In', 'Out'] }),
  ...alike(zeebe, 'calledElement', {
    as: 'read',
    says: { zh: '调用这个流程', en: 'the flow that is called' },
    judge: ({ node }, call) => {
      const key = textOf(node, 'processId') ?? '';
      if (key.startsWith('=') && !/^=\s*"[^"\\]*"$/.test(key)) return 'error';
      const says = partsOf(foreignNode(call, 'ioMapping'), 'input').length > 0;
      return says || textOf(node, 'propagateAllParentVariables') === 'false' ? 'read' : 'error';
    },
    expected: NOT_ALL,
    ours: ['In'],
  }),
  ...alike(camunda, 'calledElementBinding calledElementVersion calledElementVersionTag calledElementTenantId', {
    as: 'warning',
    says: { zh: '总是调用生效的那一版', en: 'it is always the version in force that is called' },
    judge: ({ value }) => (value === 'latest' ? 'ignored' : 'warning'),
    expected: { zh: '总是调用生效的那一版', en: 'it is always the version in force that is called' },
  }),
  ...alike(flowable, 'calledElementType processInstanceName processInstanceIdVariableName', { as: 'ignored', says: NOTHING }),
  ...alike(zeebe, 'subscription', {
    as: 'read',
    says: { zh: '等消息的地方凭它对上办件', en: 'by what a message finds the case that waits for it' },
    ours: ['Correlation'],
  }),
  ...alike(both, 'errorCodeVariable errorMessageVariable errorVariableName errorVariableLocalScope errorVariableTransient', {
    as: 'warning',
    says: { zh: '出错的编号和说明不进表单', en: 'the code and words of an error do not become data' },
  }),
  ...alike(both, 'errorMessage', { as: 'ignored', says: NOTHING }),
  ...alike(camunda, 'variableName variableEvents', {
    as: 'warning',
    says: { zh: '条件在每次数据变化后都看', en: 'a condition is looked at after every change' },
  }),
  ...alike(flowable, 'businessCalendarName', {
    as: 'warning',
    says: { zh: '按本系统的日历；工作日请用“定时”写明', en: 'the calendar here holds: give working days under “When”' },
    ours: ['Timer'],
  }),
  ...alike(flowable, 'endDate', {
    as: 'error',
    says: {
      zh: '循环到此为止这里不会：请写明几次（如 R3/PT1H）',
      en: 'a cycle does not end by a date here: say how many times, as in R3/PT1H',
    },
    ours: ['Timer'],
  }),
  ...alike(zeebe, 'adHoc', {
    as: 'warning',
    says: { zh: '做哪几步由人选，不按名单', en: 'which steps are done is chosen by people, not by a list' },
  }),
  ...alike(
    both,
    'asyncBefore asyncAfter async exclusive jobPriority taskPriority priority category historyTimeToLive versionTag tenantId diagramRelationId',
    {
      as: 'ignored',
      says: NOTHING,
    },
  ),
  ...alike(both, 'failedJobRetryTimeCycle retries localScope', { as: 'ignored', says: NOTHING }),
  ...alike(zeebe, 'versionTag priorityDefinition', { as: 'ignored', says: NOTHING }),
  ...alike(all, 'properties modelerTemplate modelerTemplateVersion modelerTemplateIcon', {
    as: 'ignored',
    says: { zh: '给别的软件看的备注', en: 'notes for other software' },
  }),
];
