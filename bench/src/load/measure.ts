import type { Served } from './server.ts';

/** How fast a server did something, and what it cost on both sides. */
export interface Rate {
  readonly perSecond: number;
  /** Share of one core that the server's process took; undefined where the system does not tell. */
  readonly server: number | undefined;
  /** Share of one core that this process, which made the load, took. */
  readonly load: number;
}

/** Measures `run`, which does `many` of something. */
export async function measureRate(served: Served, many: number, run: () => Promise<void>): Promise<Rate> {
  const cpu = served.cpu();
  const own = process.cpuUsage();
  const begin = performance.now();
  await run();
  const took = performance.now() - begin;
  const used = process.cpuUsage(own);
  const after = served.cpu();
  return {
    perSecond: (many / took) * 1000,
    server: cpu === undefined || after === undefined ? undefined : (after - cpu) / took,
    load: (used.user + used.system) / 1000 / took,
  };
}

const percent = (share: number | undefined): string => (share === undefined ? 'unknown' : `${Math.round(share * 100)} %`);

/** Both sides' share of a core, in words. */
export const sharesInWords = ({ server, load }: Rate): string => `server ${percent(server)}, load ${percent(load)} of a core`;
