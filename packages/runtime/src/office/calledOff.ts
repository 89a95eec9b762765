import type { Store } from '../ports/store.ts';
import { id, type StreamId } from '../words/ids.ts';

/** How many are read at once. */
const PAGE = 1000;

/** The stream whose first commit calls off a planned version: a stream of its own, as the numbers of the file's own are its versions. */
export const calledOffStream = (file: string, version: number): StreamId => id(`calledOff/${file}@${version}`);

/** All versions that were called off, by their streams; a question for the store each time. */
export async function allCalledOff(store: Pick<Store, 'streams'>): Promise<ReadonlySet<string>> {
  const found: StreamId[] = [];
  for (;;) {
    const page = await store.streams('calledOff/', found.at(-1) ?? '', PAGE);
    found.push(...page);
    if (page.length < PAGE) return new Set(found);
  }
}
