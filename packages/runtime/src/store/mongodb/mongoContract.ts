import { crashAtEveryCall } from '../contract/crash.ts';
import { storeCases } from '../contract/storeCases.ts';
import type { Server } from './hall.ts';
import { mongoGround } from './mongoGround.ts';
import { createMongoStore } from './mongoStore.ts';

/** One story of the contract, and whether the server kept it. */
export interface StoryTold {
  readonly name: string;
  readonly holds: boolean;
  /** Why not. */
  readonly reason?: string;
}

/** What the contract says of a server. */
export interface ContractResult {
  readonly server: Server;
  readonly stories: readonly StoryTold[];
  readonly holds: boolean;
}

const KILLED =
  'given a process that is killed at any of its calls, when the store is opened again, then nothing acknowledged is lost and nothing half written';

/**
 * Runs the contract of all stores on a server, each story in a database of its own that is removed afterwards. `tell` hears what server it
 * is, then each story. Throws `StoreUnavailable` where the server cannot be reached.
 */
export async function mongoContract(
  uri: string,
  tell: { readonly server?: (server: Server) => void; readonly story?: (told: StoryTold) => void } = {},
): Promise<ContractResult> {
  const server = await serverAt(uri);
  tell.server?.(server);
  const stories: StoryTold[] = [];
  const told = (story: StoryTold): void => {
    stories.push(story);
    tell.story?.(story);
  };
  for (const story of storeCases) {
    const ground = await mongoGround(uri);
    told(await holding(story.name, () => story.run(ground).finally(() => ground.end())));
  }
  told(await holding(KILLED, () => crashAtEveryCall(() => mongoGround(uri))));
  return { server, stories, holds: stories.every((story) => story.holds) };
}

async function serverAt(uri: string): Promise<Server> {
  const store = await createMongoStore({ uri, database: `guicheng_trial_${globalThis.crypto.randomUUID().slice(0, 13)}` });
  await store.connection.dropDatabase();
  await store.close();
  return store.server;
}

async function holding(name: string, run: () => Promise<unknown>): Promise<StoryTold> {
  try {
    await run();
    return { name, holds: true };
  } catch (error) {
    const { message, cause } = error as Error;
    return { name, holds: false, reason: cause instanceof Error ? `${message}: ${cause.message}` : message };
  }
}
