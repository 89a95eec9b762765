import type { Effect, StepInput, Stimulus } from '../../ports/executor.ts';
import { id } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { Body } from './body.ts';
import { NO_ENGINE, openEngine } from './engine/live.ts';
import { move } from './moves/move.ts';
import type { Listener } from './step/listeners.ts';
import { raise, resolve } from './step/incident.ts';
import { rest } from './step/rest.ts';
import { bodyOf, openStep, Runaway, STEP_BUDGET, type Step } from './step/step.ts';
import { askWays } from './step/ways.ts';
import { cancel, due, isOver, message, signal } from './stimuli/coming.ts';
import { ranAway, told } from './stimuli/ranAway.ts';
import { retry } from './stimuli/retry.ts';
import { openCase, start } from './stimuli/start.ts';
import { answer, changeData, complete, fault, jobFailed } from './stimuli/work.ts';

/** What a step may know, and what the adapter listens to while it runs. */
export type Input = Omit<StepInput, 'marking'> & { readonly body: Body | null; readonly listeners: { readonly [event: string]: Listener } };
/** What a step makes of a case, or why it is refused. */
export type Advanced = { readonly ok: true; readonly body: Body; readonly effects: readonly Effect[] } | Refused;

/** One stimulus: the engine is recovered, runs until it rests, and is saved; nothing of it stays in memory. */
export async function advance(input: Input): Promise<Advanced> {
  const { stimulus, body } = input;
  if (!body && stimulus.kind !== 'start') return refuse('notWaiting', stimulus.kind, NOT_BEGUN);
  if (body && stimulus.kind === 'start')
    return refuse('alreadyDone', stimulus.at, { zh: '该办件已经开始', en: 'The case has begun already' });
  const step = openStep(input, body, NO_ENGINE);
  if (body && isOver(step)) step.over = true;
  try {
    if (!step.over) await wake(step, input);
    const refused = apply(step, input);
    if (refused) return refused;
    rest(step);
    if (step.failed) throw step.failed;
  } catch (error) {
    const cause = step.failed ?? error;
    if (isRunaway(cause)) return runaway(input);
    throw cause;
  }
  return step.refused ?? { ok: true, body: bodyOf(step), effects: step.effects };
}

const NOT_BEGUN: Text = { zh: '该办件尚未开始', en: 'The case has not begun' };

/** Recovers the engine, or begins with a new one, and listens before anything runs. */
async function wake(step: Step, { plans, body, listeners }: Input): Promise<void> {
  const state = body?.engine ?? null;
  const live = [...new Set((body?.scopes ?? []).map((scope) => scope.definition))];
  step.live = await openEngine(plans, state === null ? null : { state, live }, (from, answered) => askWays(step, from, answered));
  for (const [event, listener] of Object.entries(listeners)) {
    const listen = (_: string, { content }: { readonly content: Parameters<Listener>[1] }): void => {
      try {
        listener(step, content);
      } catch (error) {
        step.failed ??= error;
        throw error;
      }
    };
    step.live.broker.subscribeTmp('event', event, listen, { noAck: true, consumerTag: `_adapter-${event}` });
  }
  if (state !== null) return step.live.resume();
  // A start that ran away is made again in an engine of its own.
  const [root] = step.scopes.values();
  if (root) step.scopes.set(root.id, { ...root, exec: step.live.processes()[0]?.executionId ?? null });
}

function apply(step: Step, input: Input): Refused | undefined {
  const { stimulus } = input;
  switch (stimulus.kind) {
    case 'start':
      return start(step, stimulus);
    case 'complete':
      return complete(step, stimulus);
    case 'fault':
      return fault(step, stimulus);
    case 'answer':
      return answer(step, stimulus);
    case 'jobFailed':
      return jobFailed(step, stimulus);
    case 'due':
      return due(step, stimulus);
    case 'message':
      return message(step, stimulus);
    case 'signal':
      return signal(step, stimulus);
    case 'change':
      return changeData(step, stimulus.changes);
    case 'retry':
      return retryAt(step, input, stimulus);
    case 'cancel':
      return cancel(step);
    case 'move':
      return move(step, stimulus.move, input.trail ?? []);
    default:
      return refuse('unsupported', stimulus.kind, { zh: 'bpmn-engine 不能执行这种操作', en: `bpmn-engine does not do ${stimulus.kind}` });
  }
}

/** What ran away is tried anew, where what it waited for still waits. */
function retryAt(step: Step, input: Input, stimulus: Extract<Stimulus, { kind: 'retry' }>): Refused | undefined {
  const again = ranAway(step, stimulus.incident);
  const refused = retry(step, stimulus);
  if (!refused && again) apply(step, { ...input, stimulus: again });
  return refused;
}

const isRunaway = (error: unknown): boolean =>
  error instanceof Runaway || (error instanceof Error && /Maximum call stack/.test(error.message));

/** Nothing of the step is kept but a note on the case before it. A case that ran away at its start has its root scope and its data. */
function runaway({ stimulus, body, plans, at, data }: Input): Advanced {
  const step = openStep({ plans, at, data }, body, NO_ENGINE);
  const before = stimulus.kind === 'retry' ? step.incidents.get(stimulus.incident) : undefined;
  if (before?.code === 'stepBudget') {
    // It ran away once more: the same trouble under a new name.
    resolve(step, before);
    raise(step, before, before);
  } else {
    if (stimulus.kind === 'start') openCase(step, stimulus);
    const [root] = step.scopes.values();
    const element = stimulus.kind === 'start' ? stimulus.at : (root?.element ?? id('process'));
    raise(
      step,
      { element, visit: null },
      { code: 'stepBudget', detail: { steps: STEP_BUDGET, stimulus: stimulus.kind, ...told(stimulus) } },
    );
  }
  return { ok: true, body: { ...bodyOf(step), engine: body?.engine ?? null }, effects: step.effects };
}
