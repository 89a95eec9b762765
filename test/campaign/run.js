import { register } from 'node:module';
import { parseArgs } from 'node:util';

const HELP = `npm run campaign [-- --runs N] [--seed N] [--each N] [--only sound|any|engine]

Checks the properties of generated processes: 10,000 runs unless said otherwise, from a seed that is printed. What is called sound
is run 1,000 times each (--each) to see that it never gets stuck. What fails is shrunk, and told as the smallest diagram with what
was done; --only with its seed finds it again. The last line is "N runs, N failed". Exit 0: all hold, 1: not, 2: could not run.`;

const KINDS = ['sound', 'any', 'engine'];

function asked() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
      each: { type: 'string', default: '1000' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { runs, seed, each, only, help } = values;
  if (help) return undefined;
  if (![runs, seed, each].every((one) => /^\d+$/.test(one))) throw new Error('--runs, --seed and --each are whole numbers');
  if (only !== undefined && !KINDS.includes(only)) throw new Error(`--only is one of ${KINDS.join(', ')}`);
  return { runs: Number(runs), seed: Number(seed), each: Number(each), only };
}

try {
  const given = asked();
  if (given) {
    register('./readTypeScript.js', import.meta.url);
    const { whole } = await import('./whole.ts');
    process.exitCode = (await whole(given, (line) => console.log(line))) > 0 ? 1 : 0;
  } else console.log(HELP);
} catch (error) {
  console.error(error instanceof Error ? `${error.stack}\n\n${HELP}` : error);
  process.exitCode = 2;
}
