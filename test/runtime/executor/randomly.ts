import type { Plan } from '../../../packages/runtime/src/plan/plan.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';
import type { Act, Pair } from './pair.ts';

/** Numbers that look random and are the same each time: xorshift. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const VALUES: readonly Json[] = [true, false, true, false, 'a', 'yes', 'no', 1, 2, 3, ['a', 'b'], ['a', 'b', 'c'], [], null];

/** Names that the expressions of a definition read. */
export function namesIn(plans: readonly Plan[]): readonly string[] {
  const text = JSON.stringify(plans.map(({ process }) => [process.elements, process.flows]));
  const expressions = [...text.matchAll(/"(?:condition|over|cardinality|completion|key|from|value)":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, one]) => one ?? '',
  );
  return [...new Set(expressions.flatMap((one) => one.replace(/\\"[^"]*\\"/g, '').match(/[a-z]\w*/gi) ?? []))].filter(
    (name) => !/^(P\d*\w*|true|false|null|and|or|not|in|if|then|else|some|satisfies|contains|count|item)$/.test(name),
  );
}

/** An act that the case could meet now, or now and then one that it could not. */
export function someAct(pair: Pair, plans: readonly Plan[], next: (below: number) => number): Act | undefined {
  const names = namesIn(plans);
  const values = (): Data =>
    Object.fromEntries(names.flatMap((name) => (next(3) > 0 ? [[name, VALUES[next(VALUES.length)] ?? null]] : [])));
  const { open } = pair;
  if (pair.kernel.ended !== undefined) return undefined;
  const incidents = pair.kernel.incidents.size;
  if (incidents > 0 && next(3) === 0 && apart(pair)) return { kind: 'retry', incident: next(incidents) };
  if (next(12) === 0) return { kind: 'change', values: values() };
  if (next(60) === 0) return { kind: 'cancel' };
  const done = pair.kernel.trail.filter((pass) => pass.closed === 'completed').map((pass) => pass.element as string);
  if (done.length > 0 && next(8) === 0) return { kind: 'withdraw', element: done[next(done.length)] ?? '' };
  if (open.length === 0) return incidents > 0 ? { kind: 'change', values: values() } : undefined;
  const at = next(open.length);
  const key = open[at] ?? '';
  const element = plans
    .map((plan) => plan.process.elements.find((one) => key.split(' ')[1]?.replace(/\[.*/, '') === one.id))
    .find((one) => one);
  if (key.startsWith('task')) {
    if (done.length > 0 && next(8) === 0) return { kind: 'return', open: at, to: done[next(done.length)] ?? '' };
    if (next(15) === 0) return { kind: 'fault', open: at, code: ['E', 'other', 'failed'][next(3)] ?? 'E' };
    const options = element?.office.decision ? ['yes', 'no', 'none', 'handle', 'pass', 'sign', 'sealed', 'refused', 'clean', 'read'] : [];
    const outcome = options.length > 0 ? { outcome: options[next(options.length)] ?? 'yes' } : {};
    return { kind: 'complete', open: at, own: next(2) === 0, values: values(), ...outcome };
  }
  if (key.startsWith('timer')) return { kind: 'due', open: at };
  if (key.startsWith('message')) return { kind: 'message', open: at, values: values() };
  if (key.startsWith('signal')) {
    const name = element?.triggers.flatMap((trigger) => (trigger.kind === 'signal' ? [trigger.name] : []))[0] ?? '';
    return { kind: 'signal', name, values: values() };
  }
  if (key.startsWith('job')) {
    const way = next(6);
    if (way === 0) return { kind: 'jobFailed', open: at };
    if (way === 1) return { kind: 'fault', open: at, code: ['ERR_CODE', 'E', 'failed'][next(3)] ?? 'E' };
    return { kind: 'answer', open: at, values: values() };
  }
  return undefined;
}

/** Each incident is of another step: of two at one the kernel begins the step anew where the engine only goes on. */
function apart({ kernel }: Pair): boolean {
  const places = [...kernel.incidents.values()].map(({ visit, id }) => visit ?? id);
  return new Set(places).size === places.length;
}
