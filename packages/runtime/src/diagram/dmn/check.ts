import type { Text } from '../../words/text.ts';
import { isSafeKey } from '../../words/json.ts';
import { checkFeel } from '../feel/check.ts';
import { ASKED, testsIn } from '../feel/tests.ts';
import { DMN_LIMITS } from './limits.ts';
import type { Decision, DecisionTable } from './model.ts';
import { valueOf } from './ready.ts';

/** What is wrong with the decisions of a file: its size, cells that cannot be read, policies that do not fit, circles; empty = it may run. */
export function checkFile(decisions: readonly Decision[]): readonly Text[] {
  const large = tooLarge(decisions);
  if (large) return [large];
  const faults = decisions.flatMap((decision) => [...nameFaults(decision), ...needFaults(decision, decisions), ...logicFaults(decision)]);
  return [...faults.slice(0, MOST), ...circles(decisions)];
}

/** Faults that are told at once; a file can have ten thousand. */
const MOST = 20;

function tooLarge(decisions: readonly Decision[]): Text | undefined {
  const { decisions: most, rules, columns, cells } = DMN_LIMITS;
  if (decisions.length > most) return { zh: `一个文件不超过 ${most} 个决策`, en: `At most ${most} decisions in a file` };
  let all = 0;
  for (const { name, logic } of decisions) {
    if (logic.kind !== 'table') continue;
    const wide = logic.inputs.length + logic.outputs.length;
    all += wide * logic.rules.length;
    if (logic.rules.length > rules) return { zh: `决策表“${name}”超过 ${rules} 行`, en: `“${name}” has more than ${rules} rules` };
    if (wide > columns) return { zh: `决策表“${name}”超过 ${columns} 列`, en: `“${name}” has more than ${columns} columns` };
  }
  return all > cells ? { zh: `一个文件的决策表不超过 ${cells} 格`, en: `The tables of a file have at most ${cells} cells` } : undefined;
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function nameFaults({ name, variable, logic }: Decision): readonly Text[] {
  const outputs = logic.kind === 'table' && logic.outputs.length > 1 ? logic.outputs.map((output) => output.name) : [];
  const faults: Text[] = outputs
    .filter((one, column) => !NAME.test(one) || !isSafeKey(one) || outputs.indexOf(one) !== column)
    .map((one) => ({
      zh: `决策表“${name}”的结果列“${one}”应有各自不同的名称，由字母、数字和下划线组成`,
      en: `Each answer of “${name}” needs a name of its own, of letters, digits and underscores; not “${one}”`,
    }));
  // Only who is asked by another needs a name that FEEL can read.
  return isSafeKey(variable)
    ? faults
    : [...faults, { zh: `决策“${name}”的名称为系统保留`, en: `Another name for “${name}”: this one is reserved` }];
}

function needFaults({ name, needs }: Decision, decisions: readonly Decision[]): readonly Text[] {
  return needs.flatMap((need) => {
    const needed = decisions.find(({ id }) => id === need);
    if (!needed)
      return [{ zh: `决策“${name}”依据的决策“${need}”不在文件里`, en: `“${name}” needs the decision “${need}”, which is not in the file` }];
    if (NAME.test(needed.variable)) return [];
    return [
      {
        zh: `决策“${name}”要用“${needed.variable}”的结果：它的变量名应由字母、数字和下划线组成`,
        en: `“${name}” reads “${needed.variable}”, whose variable needs a name of letters, digits and underscores`,
      },
    ];
  });
}

function logicFaults({ name, logic }: Decision): readonly Text[] {
  if (logic.kind === 'table') return tableFaults(name, logic);
  return checkFeel(logic.text).map(({ zh, en }) => ({ zh: `决策“${name}”：${zh}`, en: `“${name}”: ${en ?? zh}` }));
}

function tableFaults(name: string, table: DecisionTable): readonly Text[] {
  const { inputs, outputs, rules, hitPolicy, aggregation } = table;
  const faults: Text[] = [];
  const say = (zh: string, en: string): void => void faults.push({ zh: `决策表“${name}”${zh}`, en: `“${name}” ${en}` });
  const sayAt = (zh: string, en: string, found: readonly Text[]): void => {
    for (const fault of found) say(`${zh}：${shown(fault.zh)}`, `${en}: ${shown(fault.en ?? fault.zh)}`);
  };
  if (inputs.length === 0) say('没有条件列', 'has no input');
  if (outputs.length === 0) say('没有结果列', 'has no output');
  if (aggregation && outputs.length > 1) say('有几个结果列，不能合计', 'has several outputs, which cannot be put together');
  if ((hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') && !outputs.some(({ values }) => values))
    say('按结果的先后取，而没有列出结果的先后', 'goes by the order of its output values, and has none');
  for (const { label, expression, values, type } of inputs) {
    sayAt(`的条件“${label}”`, `, input “${label}”`, checkFeel(expression));
    sayAt(`的条件“${label}”允许的值`, `, values of input “${label}”`, testFaults(values ?? '', type));
  }
  for (const { label, values, otherwise } of outputs) {
    sayAt(`的结果“${label}”允许的值`, `, values of output “${label}”`, testFaults(values ?? '', null));
    if (otherwise !== undefined) sayAt(`的结果“${label}”`, `, output “${label}”`, checkFeel(otherwise));
  }
  for (const [index, rule] of rules.entries()) {
    if (rule.inputs.length !== inputs.length || rule.outputs.length !== outputs.length)
      say(`第 ${index + 1} 行的格数与列数不同`, `has another number of cells than of columns in rule ${index + 1}`);
    for (const [column, cell] of rule.inputs.entries())
      sayAt(
        `第 ${index + 1} 行“${inputs[column]?.label ?? ''}”`,
        `rule ${index + 1}, “${inputs[column]?.label ?? ''}”`,
        testFaults(cell, inputs[column]?.type ?? null),
      );
    for (const [column, cell] of rule.outputs.entries())
      if (cell !== '' && cell !== '-')
        sayAt(
          `第 ${index + 1} 行“${outputs[column]?.label ?? ''}”`,
          `rule ${index + 1}, “${outputs[column]?.label ?? ''}”`,
          checkFeel(cell),
        );
    if (faults.length > MOST) break;
  }
  return faults;
}

/** A message about a cell as people write it: with `?` for its value. */
export const shown = (message: string): string => message.replaceAll(ASKED, '?');

/** What is wrong with a cell that asks. */
export function testFaults(cell: string, type: DecisionTable['inputs'][number]['type']): readonly Text[] {
  const tests = testsIn(cell, valueOf(type));
  return tests.ok ? tests.any.flatMap(({ text }) => checkFeel(text)) : [tests.fault];
}

/** Decisions that need each other in a circle could never be made. */
function circles(decisions: readonly Decision[]): readonly Text[] {
  const reaches = (from: Decision, seen: Set<string>): Set<string> => {
    for (const need of from.needs) {
      const needed = seen.has(need) ? undefined : decisions.find(({ id }) => id === need);
      seen.add(need);
      if (needed) reaches(needed, seen);
    }
    return seen;
  };
  return decisions
    .filter((decision) => reaches(decision, new Set()).has(decision.id))
    .map(({ name }) => ({ zh: `决策“${name}”绕一圈又要用到自己`, en: `“${name}” needs itself in a circle` }));
}
