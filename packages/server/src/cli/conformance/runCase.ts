import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDiagram, decode, parseDiagram, type Executor, type Process } from '@guicheng/runtime';
import { difference } from './judge.ts';
import { House, NeverRests } from './house.ts';
import { plansOf } from './plansOf.ts';
import type { SuiteRun, SuiteTest } from './suite.ts';
import { translated } from './translated.ts';
import { writtenIn, type World } from './words.ts';

/** One run of a diagram beside what it should have been; `reason`: what differs, and what was refused or went wrong. */
export interface CaseResult {
  readonly pass: boolean;
  readonly expected: readonly string[];
  readonly got: readonly string[];
  readonly reason: string | null;
}

/** What a run wrote, and what else is to be said of it. */
interface Ran {
  readonly got: readonly string[];
  readonly says: readonly string[];
}

/** Runs one case of a test. A clock is advanced, never slept; a run that does not rest is broken off. */
export async function runCase(
  folder: string,
  test: SuiteTest,
  of: { readonly run: SuiteRun; readonly executor: Executor },
): Promise<CaseResult> {
  const expected = of.run.trace.toSorted();
  const ran = await ranOf(folder, test, of);
  const got = ran.got.toSorted();
  const differs = difference(expected, got);
  const reasons = [...(differs === undefined ? [] : [differs]), ...ran.says];
  return { pass: differs === undefined, expected, got, reason: reasons.length > 0 ? reasons.join('; ') : null };
}

async function ranOf(
  folder: string,
  test: SuiteTest,
  { run, executor }: { readonly run: SuiteRun; readonly executor: Executor },
): Promise<Ran> {
  const processes = await deployed(join(folder, test.file));
  if (typeof processes === 'string') return refusedToDeploy(processes);
  const main = mainOf(processes, test.name);
  const beside = run.parallel ? processes.find((process) => process.key === 'ParallelProcess') : undefined;
  if (!main) return refusedToDeploy(`${test.file} holds no process`);
  if (run.parallel && !beside) return refusedToDeploy(`${test.file} holds no process ParallelProcess`);
  const lacking = processes
    .filter((process) => process.executable || process === main)
    .flatMap((process) => executor.unsupported(plansOf(processes, process)));
  if (lacking.length > 0)
    return refusedToDeploy(`not run: ${[...new Set(lacking.map((one) => `${one.construct} at ${one.element}`))].join(', ')}`);
  const world: World = { log: [], marker: false, busy: [] };
  const house = new House({ executor, processes, world, vars: { test: '', ...run.vars } });
  try {
    if (beside) await house.begin(beside);
    await house.settle(0);
    if (!house.hasBegun(main)) await house.begin(main);
    await house.settle(run.delay);
  } catch (error) {
    if (!(error instanceof NeverRests)) throw error;
    return { got: ['ERROR_endless'], says: [error.message] };
  }
  return {
    got: [...writtenIn(world), ...errorsOf(house, processes)],
    says: [...house.complaints, ...house.incidents.map(({ code, element }) => `${code} at ${element}`)],
  };
}

const refusedToDeploy = (why: string): Ran => ({ got: ['ERROR_deployment'], says: [why] });

/** The rules without which a diagram hangs together no more; what else the product refuses at publish is the office's own, or runs. */
const TORN: ReadonlySet<string> = new Set([
  'danglingFlow',
  'boundaryHost',
  'unknownDefault',
  'unknownTrigger',
  'unknownMessage',
  'linkPartner',
]);

/** The processes of a file; or, in words, why it is none that can be run. */
async function deployed(file: string): Promise<readonly Process[] | string> {
  const xml = decode(readFileSync(file));
  const parsed = typeof xml === 'string' ? await parseDiagram(translated(xml)) : xml;
  if (!parsed.ok) return `${parsed.culprit}: expected ${parsed.expected.en ?? parsed.expected.zh}`;
  const torn = checkDiagram(parsed.diagram).find((finding) => TORN.has(finding.rule));
  return torn ? `${torn.rule} at ${torn.element}: ${torn.message.en ?? torn.message.zh}` : parsed.diagram.processes;
}

/** The process that has the test's name; else the first that can be run. */
const mainOf = (processes: readonly Process[], name: string): Process | undefined =>
  processes.find((process) => process.key === name) ?? processes.find((process) => process.executable) ?? processes[0];

/** Of each kind of error one line, however many incidents there are. */
function errorsOf(house: House, processes: readonly Process[]): readonly string[] {
  const types = new Map<string, string>(processes.flatMap(({ elements }) => elements.map(({ id, type }) => [id, type] as const)));
  const kinds = house.incidents.map(({ code, element }) =>
    code === 'errorUncaught' && types.get(element) === 'endEvent' ? 'ERROR_thrownErrorEvent' : 'ERROR_runtime',
  );
  return [...new Set([...kinds, ...(house.complaints.length > 0 ? ['ERROR_runtime'] : [])])];
}
