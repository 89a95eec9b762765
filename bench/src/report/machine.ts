import { availableParallelism, cpus, totalmem } from 'node:os';

/** Where the figures were measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Gibibytes, rounded. */
  readonly memory: number;
  readonly node: string;
  readonly system: string;
  /** Milliseconds of the fixed CPU loop, the best of five: what absolute figures are read beside. */
  readonly loop: number;
}

/** Looks at this machine; takes about a second. */
export const machine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
  loop: Math.min(...Array.from({ length: 5 }, fixedLoop)),
});

/** The same arithmetic on every machine; milliseconds. */
function fixedLoop(): number {
  const begin = performance.now();
  let x = 1;
  for (let round = 0; round < 50_000_000; round += 1) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  const took = performance.now() - begin;
  // Reading the result keeps the loop from being left out.
  return x === 0 ? Number.NaN : took;
}

/** The machine in one line. */
export const machineInWords = (of: Machine): string =>
  `${of.processor}, ${of.cores} ${of.cores === 1 ? 'core' : 'cores'}, ${of.memory} GiB, Node ${of.node}, ${of.system}; fixed CPU loop ${of.loop.toFixed(0)} ms`;
