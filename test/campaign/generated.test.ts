import { expect, test } from '@jest/globals';
import { campaign, line } from './campaign.ts';
import { SHARES } from './shares.ts';

/** A small part of what `npm run campaign` does; always the same, so that no change is judged by chance. */
const RUNS = 200;
const SEED = 20_261_124;
const EFFORT = { runs: 5, quick: 10 };

/** What must have been come upon in so large a part of the runs. */
const LEAST = {
  sound: { sound: 0.8, migrated: 0.5, jump: 0.1, return: 0.1 },
  any: { sound: 0.05, unsound: 0.25 },
  engine: { compared: 0.6 },
};

test.each(SHARES)(
  'of generated processes, %s: %s %s',
  async (name, share, _what) => {
    const found = await campaign(name, { runs: Math.round(RUNS * share), seed: SEED, effort: EFFORT });
    process.stdout.write(`generated processes from seed ${SEED}, ${line(name, found)}\n`);
    expect(found.failures).toEqual([]);
    // Else the property would say nothing.
    for (const [what, least] of Object.entries(LEAST[name])) expect((found.counts.get(what) ?? 0) / found.runs).toBeGreaterThan(least);
  },
  120_000,
);
