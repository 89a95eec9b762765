import { id } from '../../words/ids.ts';
import type { Decide, Mapping } from '../model.ts';
import { associationsOf } from './data.ts';
import { mappingsOf } from './mapping.ts';
import { type Node, flagOf, nodeOf, nodesOf, textOf, wordOf } from './node.ts';
import { type Reading, keyOf, neededOf } from './reading.ts';

/**
 * The decision of a business rule task: of a table of the process, from `gc:rule`; or the name of one that Camunda or Zeebe would look for in
 * a file of its own, which counts where the process holds a table with a decision of that id. Undefined where the step names none.
 */
export function decidedBy(reading: Reading, node: Node): Decide | { readonly type?: never; readonly elsewhere: string } | undefined {
  const rule = wordOf(node, 'Rule');
  const associated = associationsOf(node);
  const input = [...mappingsOf(reading, node, 'In'), ...associated.input];
  const output = [...mappingsOf(reading, node, 'Out'), ...associated.output];
  if (rule) {
    const decision = textOf(rule, 'decision');
    const into = textOf(rule, 'into') ? [whole(keyOf(reading, rule, 'into'))] : [];
    const table = neededOf(reading, rule, 'table');
    const required = flagOf(rule, 'required', false) ? ({ required: true } as const) : {};
    return { type: 'decide', table, ...(decision ? { decision } : {}), ...required, input, output: [...into, ...output] };
  }
  const foreign = foreignOf(node);
  if (!foreign) return undefined;
  const table = foreign.alike && tableWith(reading, node, foreign.decision);
  if (!table || !foreign.into) return { elsewhere: foreign.decision };
  return { type: 'decide', table, decision: foreign.decision, input, output: [whole(foreign.into), ...output] };
}

const whole = (to: string): Mapping => ({ from: id<'feel'>('result'), to });

interface Foreign {
  readonly decision: string;
  readonly into: string | undefined;
  /** Whether the result is what DMN says it is. */
  readonly alike: boolean;
}

function foreignOf(node: Node): Foreign | undefined {
  const attributes = (node.$attrs ?? {}) as { readonly [name: string]: unknown };
  const text = (name: string): string | undefined => (typeof attributes[name] === 'string' ? attributes[name].trim() : undefined);
  const decision = text('camunda:decisionRef');
  if (decision) return { decision, into: text('camunda:resultVariable'), alike: text('camunda:mapDecisionResult') === 'singleEntry' };
  const called = nodesOf(nodeOf(node, 'extensionElements'), 'values').find(({ $type }) => $type === 'zeebe:calledDecision');
  const id = textOf(called, 'decisionId');
  return id === undefined ? undefined : { decision: id, into: textOf(called, 'resultVariable'), alike: true };
}

function tableWith(reading: Reading, node: Node, decision: string): string | undefined {
  let process: Node | undefined = node;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  const tables = process && reading.tables.get(process);
  return tables?.find(({ decisions }) => decisions.some((one) => one.id === decision))?.key;
}
