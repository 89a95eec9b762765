import { type FeelNode, feelNodes, feelTree } from '../feel/tree.ts';
import type { Process } from '../model.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A condition over a decision or a choice compares it with an option that there is. */
export const rule: Rule = {
  name: 'unknownOption',
  severity: 'error',
  sentence: { zh: '分支条件比较的是已有的选项', en: 'A condition compares a choice with one of its options' },
  check(process) {
    const options = optionsIn(process);
    return process.flows.flatMap((flow) =>
      (flow.condition ? comparedIn(flow.condition) : []).flatMap(({ name, value }) => {
        const known = options.get(name);
        if (!known || known.values.has(value)) return [];
        const from = placeName(process, flow.from);
        const message = {
          zh: `从${from.zh}出来的条件用到“${known.zh}”的选项“${value}”，而没有这个选项`,
          en: `A condition behind ${from.en} asks for the option “${value}” of “${known.en}”, which has no such option`,
        };
        return [{ element: flow.id, message }];
      }),
    );
  },
};

interface Options {
  readonly zh: string;
  readonly en: string;
  readonly values: Set<string>;
}

/** By name: what a decision or a field of choices may be; several steps may take one decision. */
function optionsIn({ elements, fields }: Process): ReadonlyMap<string, Options> {
  const found = new Map<string, Options>();
  const all = [
    ...elements.flatMap(({ office }) => office.decision ?? []),
    ...fields.filter(({ type }) => type === 'choice' || type === 'choices'),
  ];
  for (const { key, name, options } of all) {
    const known = found.get(key) ?? { zh: name.zh || key, en: name.en || name.zh || key, values: new Set() };
    for (const { value } of options) known.values.add(value);
    found.set(key, known);
  }
  return found;
}

/** `name = "value"`, either way round. */
function comparedIn(condition: string): readonly { readonly name: string; readonly value: string }[] {
  return feelNodes(feelTree(condition)).flatMap((node) => {
    const [left, operator, right] = node.name === 'Comparison' ? node.parts : [];
    if (!left || !right || (operator?.text !== '=' && operator?.text !== '!=')) return [];
    return [...pair(left, right), ...pair(right, left)];
  });
}

const pair = (name: FeelNode, value: FeelNode) =>
  name.name === 'VariableName' && value.name === 'StringLiteral' ? [{ name: name.text, value: value.text.slice(1, -1) }] : [];
