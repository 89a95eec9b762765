import { appendFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { campaign } from './campaign.ts';

/** Set by `npm run campaign`; without it a small part of it runs with the other tests. */
const { CAMPAIGN_RUNS, CAMPAIGN_SEED, CAMPAIGN_EACH, CAMPAIGN_OUT } = process.env;
const RUNS = Number(CAMPAIGN_RUNS ?? 200);
/** With the other tests always the same, so that no change is judged by chance; the campaign looks further. */
const SEED = Number(CAMPAIGN_SEED ?? 20_261_124);
const EFFORT = { runs: 5, quick: Number(CAMPAIGN_EACH ?? 10) };
const HOUR = 3_600_000;

/** What must have been come upon in so large a part of the runs. */
const LEAST = {
  sound: { sound: 0.8, migrated: 0.5, jump: 0.1, return: 0.1 },
  any: { sound: 0.05, unsound: 0.25 },
  engine: { compared: 0.03 },
};

const tell = (line: string): void => (CAMPAIGN_OUT === undefined ? void process.stdout.write(line) : appendFileSync(CAMPAIGN_OUT, line));

tell(`generated processes: ${RUNS} runs, seed ${SEED}\n`);
const all = { runs: 0, failed: 0 };

test.each([
  ['sound', 0.4, 'what is built of sound blocks is found sound, and every run of it ends, after legal moves too'],
  ['any', 0.4, 'what is called sound never gets stuck, and what is called unsound fails by its own counter-example'],
  ['engine', 0.2, 'bpmn-engine does the same as the kernel after every stimulus, wherever it says that it runs a diagram'],
] as const)(
  'of generated processes, %s: %s %s',
  async (name, share, _what) => {
    const found = await campaign(name, { runs: Math.round(RUNS * share), seed: SEED, effort: EFFORT });
    all.runs += found.runs;
    all.failed += found.failed;
    tell(
      `${name}: ${found.runs} runs, ${found.failed} failed (${[...found.counts].map(([what, times]) => `${times} ${what}`).join(', ')})\n`,
    );
    for (const failure of found.failures) tell(`${failure}\n\n`);
    expect(found.failures).toEqual([]);
    // Else the property would say nothing.
    for (const [what, least] of Object.entries(LEAST[name])) expect((found.counts.get(what) ?? 0) / found.runs).toBeGreaterThan(least);
  },
  24 * HOUR,
);

afterAll(() => tell(`${all.runs} runs, ${all.failed} failed\n`));
