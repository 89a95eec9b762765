import type { Text } from '../../words/text.ts';
import { type Node, nodeOf, nodesOf, textOf } from '../parse/node.ts';
import { checkFile } from './check.ts';
import {
  AGGREGATIONS,
  type Decision,
  type DecisionExpression,
  type DecisionFile,
  type DecisionTable,
  HIT_POLICIES,
  type Input,
  type Output,
  type Temporal,
} from './model.ts';
import { readDmn } from './read.ts';

/** A DMN file as decisions. Whatever is wrong with it becomes its faults, so that all the rest of the diagram can still be read. */
export async function decisionFile(key: string, name: Text, xml: string): Promise<DecisionFile> {
  const root = await readDmn(xml);
  if ('zh' in root) return { key, name, decisions: [], faults: [root as Text] };
  const faults: Text[] = [];
  const nodes = nodesOf(root as Node, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
  if (nodes.length === 0) faults.push({ zh: '文件里没有决策', en: 'There is no decision in the file' });
  const decisions = nodes.flatMap((node) => decisionOf(node, faults) ?? []);
  const found = { key, name, decisions, faults };
  return faults.length > 0 ? found : { ...found, faults: checkFile(decisions) };
}

function decisionOf(node: Node, faults: Text[]): Decision | undefined {
  const id = node.id ?? '';
  const name = textOf(node, 'name') ?? id;
  const logic = logicOf(nodeOf(node, 'decisionLogic'), name, faults);
  if (nodesOf(node, 'knowledgeRequirement').length > 0)
    faults.push({
      zh: `决策“${name}”用到业务知识模型，本系统不支持`,
      en: `“${name}” needs a business knowledge model, which is not supported`,
    });
  const needs = nodesOf(node, 'informationRequirement').flatMap(
    (one) => textOf(nodeOf(one, 'requiredDecision'), 'href')?.replace(/^#/, '') ?? [],
  );
  return logic && { id, name, variable: textOf(nodeOf(node, 'variable'), 'name') ?? name, needs, logic };
}

function logicOf(node: Node | undefined, name: string, faults: Text[]): DecisionTable | DecisionExpression | undefined {
  const language = textOf(node, 'expressionLanguage');
  if (language && !/feel/i.test(language))
    faults.push({ zh: `决策“${name}”用的是 ${language}：只支持 FEEL`, en: `“${name}” is written in ${language}: only FEEL is supported` });
  if (node?.$type === 'dmn:LiteralExpression') return { kind: 'expression', text: textOf(node, 'text') ?? '' };
  if (node?.$type === 'dmn:DecisionTable') return tableOf(node, name, faults);
  faults.push({
    zh: `决策“${name}”应为决策表或一个表达式${node ? `，不支持 ${node.$type}` : ''}`,
    en: `“${name}” should be a decision table or an expression${node ? `; ${node.$type} is not supported` : ''}`,
  });
  return undefined;
}

function tableOf(node: Node, name: string, faults: Text[]): DecisionTable {
  const hitPolicy = HIT_POLICIES.find((known) => known === (node.hitPolicy ?? 'UNIQUE'));
  if (!hitPolicy)
    faults.push({
      zh: `决策“${name}”的命中规则“${String(node.hitPolicy)}”不认识`,
      en: `“${name}” has an unknown hit policy ${String(node.hitPolicy)}`,
    });
  const aggregation = AGGREGATIONS.find((known) => known === node.aggregation);
  const outputs = nodesOf(node, 'output');
  return {
    kind: 'table',
    hitPolicy: hitPolicy ?? 'UNIQUE',
    ...(aggregation && hitPolicy === 'COLLECT' ? { aggregation } : {}),
    inputs: nodesOf(node, 'input').map(inputOf),
    outputs: outputs.map((output) => outputOf(output, outputs.length === 1 ? name : '')),
    rules: nodesOf(node, 'rule').map((rule) => ({ inputs: cellsOf(rule, 'inputEntry'), outputs: cellsOf(rule, 'outputEntry') })),
  };
}

const cellsOf = (rule: Node, property: string): readonly string[] => nodesOf(rule, property).map((cell) => textOf(cell, 'text') ?? '');

function inputOf(node: Node): Input {
  const asked = nodeOf(node, 'inputExpression');
  const expression = textOf(asked, 'text') ?? textOf(node, 'label') ?? '';
  const values = textOf(nodeOf(node, 'inputValues'), 'text');
  return {
    label: textOf(node, 'label') ?? expression,
    expression,
    type: temporal(textOf(asked, 'typeRef')),
    ...(values ? { values } : {}),
  };
}

function outputOf(node: Node, decision: string): Output {
  const name = textOf(node, 'name') ?? decision;
  const values = textOf(nodeOf(node, 'outputValues'), 'text');
  const otherwise = textOf(nodeOf(node, 'defaultOutputEntry'), 'text');
  return { name, label: textOf(node, 'label') ?? name, ...(values ? { values } : {}), ...(otherwise ? { otherwise } : {}) };
}

/** `feel:dateTime` and `dateTime` are what older versions call it. */
function temporal(type: string | undefined): Temporal | null {
  switch (type?.replace(/^.*:/, '')) {
    case 'date':
      return 'date';
    case 'time':
      return 'time';
    case 'dateTime':
    case 'date and time':
      return 'date and time';
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
    case 'days and time duration':
    case 'years and months duration':
      return 'duration';
    default:
      return null;
  }
}
