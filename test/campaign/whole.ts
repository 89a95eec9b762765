import { campaign, line } from './campaign.ts';
import { SHARES } from './shares.ts';

/** So many runs in all, from this seed on; what is called sound is run `each` times; `only` one kind of diagrams. */
export interface Asked {
  readonly runs: number;
  readonly seed: number;
  readonly each: number;
  readonly only: string | undefined;
}

/** How many runs pass before it is told how far it is. */
const OFTEN = 500;

/** The whole campaign: what fails is told when it is found, a line for each kind at its end, the count of all last. How many failed. */
export async function whole({ runs, seed, each, only }: Asked, tell: (line: string) => void): Promise<number> {
  tell(`generated processes: ${runs} runs, seed ${seed}, what is called sound is run ${each} times`);
  let done = 0;
  let failed = 0;
  for (const [name, share, what] of SHARES) {
    if (only !== undefined && only !== name) continue;
    tell(`${name}: ${what}`);
    let told = 0;
    const found = await campaign(name, {
      runs: only === undefined ? Math.round(runs * share) : runs,
      seed,
      effort: { runs: 5, quick: each },
      batch: (until, failure) => {
        if (failure) tell(`${failure}\n`);
        if (until - told < OFTEN) return;
        told = until;
        tell(`${name}: ${until} runs`);
      },
    });
    tell(line(name, found));
    done += found.runs;
    failed += found.failed;
  }
  tell(`${done} runs, ${failed} failed`);
  return failed;
}
