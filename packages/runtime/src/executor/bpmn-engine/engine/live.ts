import { Engine } from 'bpmn-engine';
import type { Plans } from '../../../ports/executor.ts';
import type { DefinitionRef } from '../../../words/ids.ts';
import type { Json } from '../../../words/json.ts';
import { BrokenPromise } from '../../../words/refusal.ts';
import type { Broker, NativeActivity, NativeExecution, Outbound, Message } from '../elements/native.ts';
import { contextOf } from './context.ts';

/** A process of the engine. */
interface NativeProcess {
  readonly executionId: string;
  readonly execution?: NativeExecution;
  getApi(): { discard(): void };
}

/** The part of bpmn-engine that we use. */
interface NativeEngine {
  readonly broker: Broker;
  readonly execution: {
    readonly definitions: readonly {
      getState(): object;
      readonly execution?: { readonly processes: readonly NativeProcess[] };
    }[];
  } | null;
  execute(): Promise<unknown>;
  recover(state: object): NativeEngine;
  resume(): Promise<unknown>;
}

/** An engine that runs one case for one step. */
export interface Live {
  readonly broker: Broker;
  processes(): readonly NativeProcess[];
  /** Its state, small and without any source. */
  state(): Json;
  /** Goes on from where it was left; what listens must listen by now. */
  resume(): Promise<void>;
}

/** What the engine asks while it runs: over which flows an activity is left. It may be answered later, or never. */
export type AskWays = (from: Message, answer: (flows: Outbound) => void) => void;

/** Opens the engine on a new case or on one that was saved. It has no scripts, no timers and no log. */
export async function openEngine(
  plans: Plans,
  saved: { readonly state: Json; readonly live: readonly DefinitionRef[] } | null,
  ways: AskWays,
): Promise<Live> {
  const make = Engine as unknown as new (options: object) => NativeEngine;
  const engine = new make({
    name: 'case',
    sourceContext: contextOf(plans, saved?.live ?? []),
    Logger: () => SILENT,
    scripts: NO_SCRIPTS,
    timers: NO_TIMERS,
    settings: { disableTrackState: true, batchSize: 2000 },
    extensions: { ways: (activity: NativeActivity) => asking(activity, ways) },
  });
  if (saved) engine.recover({ name: 'case', definitions: [saved.state] });
  else await engine.execute();
  const definition = () => {
    const [first] = engine.execution?.definitions ?? [];
    if (!first) throw new BrokenPromise('the engine runs no definition');
    return first;
  };
  return {
    broker: engine.broker,
    processes: () => definition().execution?.processes ?? [],
    state: () => JSON.parse(JSON.stringify(definition().getState())) as Json,
    async resume() {
      await engine.resume();
    },
  };
}

/** A case that is over has no engine any more. */
export const NO_ENGINE: Live = {
  get broker(): never {
    throw new BrokenPromise('the case is over');
  },
  processes: () => [],
  state: () => null,
  resume: () => Promise.resolve(),
};

/** The engine would evaluate conditions one by one, and end the case where none holds. */
function asking(activity: NativeActivity, ways: AskWays): undefined {
  if (typeof activity.evaluateOutbound !== 'function') return undefined;
  activity.evaluateOutbound = (from, _, answer) => ways(from, (flows) => answer(null, flows));
  return undefined;
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, error: nothing, warn: nothing };
const NO_SCRIPTS = { register: nothing, getScript: nothing };

function never(): never {
  throw new BrokenPromise('the engine may not set a timer of its own');
}
const NO_TIMERS = { executing: [], register: never, setTimeout: never, clearTimeout: nothing };
