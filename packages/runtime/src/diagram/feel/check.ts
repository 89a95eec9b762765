import { FeelFunction, evaluate } from 'feelin';
import type { Text } from '../../words/text.ts';
import { compile } from './compile.ts';
import { FEEL_LIMITS } from './limits.ts';
import { type FeelNode, feelNodes, feelTree } from './tree.ts';

/** What is wrong with an expression, seen before it is published; empty = it may run. */
export function checkFeel(expression: string): readonly Text[] {
  const compiled = compile(expression);
  if (!compiled.ok) {
    const { zh, en } = compiled.message;
    return [{ zh: `表达式“${expression}”写得不对：${zh}`, en: `The expression “${expression}” is wrong: ${en}` }];
  }
  const tree = feelTree(expression);
  return [...shapeFaults(tree, expression), ...feelNodes(tree).flatMap(nodeFaults)];
}

/** Nodes of grammar alone do not count as nesting. */
const PLAIN = new Set(['Root', 'Expression', 'PositionalParameters', 'ParenthesizedExpression', 'VariableName', 'PathName', 'Identifier']);

const depthOf = (node: FeelNode): number =>
  (PLAIN.has(node.name) ? 0 : 1) + node.parts.reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0);

const loopsOf = (node: FeelNode): number =>
  (node.name === 'ForExpression' || node.name === 'QuantifiedExpression' ? loopVariables(node) : node.name === 'FilterExpression' ? 1 : 0) +
  node.parts.reduce((most, part) => Math.max(most, loopsOf(part)), 0);

const loopVariables = (node: FeelNode): number =>
  node.parts.flatMap(({ name, parts }) => (name === 'InExpressions' ? parts.filter((part) => part.name === 'InExpression') : [])).length;

function shapeFaults(tree: FeelNode, expression: string): readonly Text[] {
  const faults: Text[] = [];
  if (depthOf(tree) > FEEL_LIMITS.depth) {
    faults.push({
      zh: `“${expression}”嵌套超过 ${FEEL_LIMITS.depth} 层`,
      en: `“${expression}” is nested deeper than ${FEEL_LIMITS.depth}`,
    });
  }
  if (loopsOf(tree) > FEEL_LIMITS.loops) {
    faults.push({
      zh: `“${expression}”中循环套循环超过 ${FEEL_LIMITS.loops} 层`,
      en: `“${expression}” has more than ${FEEL_LIMITS.loops} loops within each other`,
    });
  }
  return faults;
}

function nodeFaults(node: FeelNode): readonly Text[] {
  switch (node.name) {
    case 'FunctionDefinition':
      return [{ zh: `“${node.text}”：不允许自定义函数`, en: `“${node.text}”: functions of one's own are not allowed` }];
    case 'FunctionInvocation':
      return callFaults(node);
    case 'IterationContext':
      return node.parts.length > 1 ? rangeFaults(node) : [];
    case 'InExpression':
      return feelNodes(node)
        .filter(({ name }) => name === 'Interval')
        .flatMap(rangeFaults);
    default:
      return [];
  }
}

/** A range that is gone through needs two written numbers, or its length would depend on data. */
function rangeFaults(node: FeelNode): readonly Text[] {
  const ends = node.text
    .replace(/^[[(\]]|[\])[]$/g, '')
    .split('..')
    .map((end) => end.trim());
  const [from, to] = ends.map((end) => (/^-?\d+$/.test(end) ? Number(end) : Number.NaN));
  if (from !== undefined && to !== undefined && Math.abs(to - from) < FEEL_LIMITS.many) return [];
  return [
    {
      zh: `范围“${node.text}”应以两个整数写明，且不超过 ${FEEL_LIMITS.many} 个数`,
      en: `The range “${node.text}” needs two written whole numbers, at most ${FEEL_LIMITS.many} apart`,
    },
  ];
}

function callFaults(node: FeelNode): readonly Text[] {
  const called = node.parts[0]?.text.replace(/\s+/g, ' ') ?? '';
  if (!isFunction(called)) return [{ zh: `没有名为“${called}”的函数`, en: `There is no function “${called}”` }];
  if (called !== 'matches' && called !== 'replace' && called !== 'split') return [];
  const pattern = node.parts.find(({ name }) => name === 'PositionalParameters')?.parts[1];
  if (pattern?.name !== 'StringLiteral') {
    return [{ zh: `${called} 的模式应直接写出，不能来自数据`, en: `The pattern of ${called} is written out, never taken from data` }];
  }
  return patternFaults(pattern.text.slice(1, -1));
}

/** A repeated group can take a time that doubles with each character: matches("aaaa…!", "(a+)+$") blocked 22 s. */
function patternFaults(pattern: string): readonly Text[] {
  const repetitions = pattern.replace(/\\./g, '').match(/[*+]|\{\d*,\}/g)?.length ?? 0;
  const repeatedGroup = /\)(?:[*+?]|\{)/.test(pattern.replace(/\\\)/g, ''));
  const refersBack = /\\[1-9k]/.test(pattern);
  if (!repeatedGroup && !refersBack && repetitions <= FEEL_LIMITS.repetitions && pattern.length <= FEEL_LIMITS.pattern) return [];
  return [
    {
      zh: `模式“${pattern}”可能使计算停滞：不用重复的括号和反向引用，最多 ${FEEL_LIMITS.repetitions} 个 * 或 +`,
      en: `The pattern “${pattern}” could run for ever: no repeated groups, no back references, at most ${FEEL_LIMITS.repetitions} of * and +`,
    },
  ];
}

const functions = new Map<string, boolean>();

function isFunction(name: string): boolean {
  let known = functions.get(name);
  if (known === undefined) {
    const { value } = evaluate(name, {});
    known = typeof value === 'function' || value instanceof FeelFunction;
    functions.set(name, known);
  }
  return known;
}
