import { configureGlobal, readConfigureGlobal } from 'fast-check';

/**
 * Imported by whatever tests with chance: every property begins from one seed, so that a change is judged by what it does and not by the
 * luck of a run. `SEED=random`, or a number, looks elsewhere; `npm run campaign` does so at length. A property that names its own seed keeps it.
 */
const asked = process.env.SEED ?? '20261124';
const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked);
configureGlobal({ ...readConfigureGlobal(), seed });
