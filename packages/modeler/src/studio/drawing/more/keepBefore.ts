import { ask, Refusal } from '../../../api/client.ts';
import type { Opened } from '../opening.ts';
import type { Keeper } from '../sync/keeper.ts';

/** How long the words of a kept moment may be, as the server says. */
const MOST = 100;

/** Keeps the draft as it is before another whole takes its place. Throws where it cannot; where nothing was drawn yet, there is nothing to keep. */
export async function keepBefore({ page, hold }: Opened, keeper: Keeper, words: string): Promise<void> {
  await keeper.send();
  await ask(`/api/flows/${page.flow}/drawing/keep`, 'POST', { hold, words: words.slice(0, MOST) }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.problem.code !== 'invalidInput') throw error;
  });
}
