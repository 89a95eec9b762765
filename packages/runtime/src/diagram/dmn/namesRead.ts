import { reads } from '../feel/names.ts';
import { ASKED, testsIn } from '../feel/tests.ts';
import { needed } from './needed.ts';
import type { Decision, DecisionFile } from './model.ts';

/** The names that a decision surely reads off the case, with those of the decisions that it needs; their own results are not among them. */
export function namesRead(file: DecisionFile, decision: Decision): readonly string[] {
  const found = new Set<string>();
  for (const one of needed(file, decision)) {
    const results = new Set(file.decisions.filter(({ id }) => one.needs.includes(id)).map(({ variable }) => variable));
    for (const name of expressionsOf(one).flatMap((text) => reads(text).surely)) if (!results.has(name) && name !== ASKED) found.add(name);
  }
  return [...found].sort();
}

function expressionsOf({ logic }: Decision): readonly string[] {
  if (logic.kind === 'expression') return [logic.text];
  const { inputs, outputs, rules } = logic;
  const tests = (cell: string): readonly string[] => {
    const found = testsIn(cell);
    return found.ok ? found.any.map(({ text }) => text) : [];
  };
  return [
    ...inputs.flatMap(({ expression, values }) => [expression, ...tests(values ?? '')]),
    ...outputs.flatMap(({ otherwise }) => otherwise ?? []),
    ...rules.flatMap((rule) => [...rule.inputs.flatMap(tests), ...rule.outputs.filter((cell) => cell !== '-')]),
  ];
}
