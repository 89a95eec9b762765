import type { Text } from '../words/text.ts';
import { id } from '../words/ids.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import { STEP_BUDGET, advance } from './advance.ts';
import { move } from './moves/move.ts';
import { raise, resolve } from './run/incident.ts';
import { openRun, toMarking, type Run } from './run/run.ts';
import { completeAdHoc, startAdHoc } from './stimuli/adHoc.ts';
import { cancel } from './stimuli/cancel.ts';
import { changeData } from './stimuli/changeData.ts';
import { complete } from './stimuli/complete.ts';
import { due } from './stimuli/due.ts';
import { escalate } from './stimuli/escalate.ts';
import { fault } from './stimuli/fault.ts';
import { answer, jobFailed } from './stimuli/job.ts';
import { message } from './stimuli/message.ts';
import { retry } from './stimuli/retry.ts';
import { ranAway, told } from './stimuli/ranAway.ts';
import { signal } from './stimuli/signal.ts';
import { skip } from './stimuli/skip.ts';
import { start } from './stimuli/start.ts';
import type { StepInput, Stepped, Stimulus } from './stimulus.ts';

/**
 * What a stimulus does to a case: its next marking and what this asks of the world, or why it is refused. Pure; costs as much as there
 * are live tokens, whatever the size of the diagram or the length of the history. Throws only where a definition was not loaded.
 */
export function step(input: StepInput): Stepped {
  const run = openRun(input);
  const refused =
    input.stimulus.kind === 'start' || input.marking ? apply(run, input) : refuse('notWaiting', input.stimulus.kind, NOT_BEGUN);
  if (refused) return refused;
  const rested = advance(run);
  if (run.refused) return run.refused;
  return rested ? { ok: true, marking: toMarking(run), effects: run.effects } : runaway(input);
}

/** Lets the stimulus act; what follows from it is for `advance`. */
function apply(run: Run, input: StepInput): Refused | undefined {
  const { stimulus } = input;
  switch (stimulus.kind) {
    case 'start':
      return start(run, input.marking, stimulus);
    case 'complete':
      return complete(run, stimulus);
    case 'fault':
      return fault(run, stimulus);
    case 'escalate':
      return escalate(run, stimulus);
    case 'answer':
      return answer(run, stimulus);
    case 'jobFailed':
      return jobFailed(run, stimulus);
    case 'due':
      return due(run, stimulus);
    case 'message':
      return message(run, stimulus);
    case 'signal':
      return signal(run, stimulus);
    case 'change':
      return changeData(run, stimulus.changes);
    case 'retry':
      return retryAt(run, input, stimulus);
    case 'skip':
      return skip(run, stimulus);
    case 'move':
      return move(run, stimulus.move, input.trail ?? []);
    case 'cancel':
      return cancel(run);
    case 'startAdHoc':
      return startAdHoc(run, stimulus);
    case 'completeAdHoc':
      return completeAdHoc(run, stimulus);
  }
}

/** What ran away is tried anew, where what it waited for still waits; otherwise there is nothing more to do. */
function retryAt(run: Run, input: StepInput, stimulus: Extract<Stimulus, { kind: 'retry' }>): Refused | undefined {
  const again = ranAway(run, stimulus.incident);
  const refused = retry(run, stimulus);
  if (!refused && again) apply(run, { ...input, stimulus: again });
  return refused;
}

const NOT_BEGUN: Text = { zh: '该办件尚未开始', en: 'The case has not begun' };

/** Nothing of the step is kept but a note on the marking before it. A case that ran away at its start has its root scope and its data. */
function runaway(input: StepInput): Stepped {
  const run = openRun(input);
  const { stimulus } = input;
  const before = stimulus.kind === 'retry' ? run.incidents.get(stimulus.incident) : undefined;
  if (before?.code === 'stepBudget') {
    // It ran away once more: the same trouble under a new name.
    resolve(run, before);
    raise(run, before, { code: before.code, detail: before.detail });
    return { ok: true, marking: toMarking(run), effects: run.effects };
  }
  if (stimulus.kind === 'start') start(run, null, stimulus);
  run.tokens.clear();
  for (const token of input.marking?.tokens ?? []) run.tokens.set(token.visit, token);
  const [root] = run.scopes.values();
  const element = stimulus.kind === 'start' ? stimulus.at : (root?.element ?? id('process'));
  raise(run, { element, visit: null }, { code: 'stepBudget', detail: { steps: STEP_BUDGET, stimulus: stimulus.kind, ...told(stimulus) } });
  return { ok: true, marking: toMarking(run), effects: run.effects };
}
