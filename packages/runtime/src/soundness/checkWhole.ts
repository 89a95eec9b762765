import { checkDiagram, type Known } from '../diagram/check.ts';
import type { Diagram } from '../diagram/model.ts';
import { parseDiagram } from '../diagram/parse.ts';
import type { Refused } from '../words/refusal.ts';
import { Allowance } from './allowance.ts';
import type { Problem } from './problem.ts';
import { soundnessOf } from './soundness.ts';

export type { Problem } from './problem.ts';

/** A diagram that was read, with everything that is wrong with it: what the canvas shows, what publishing asks, what the terminal says. */
export interface Checked {
  readonly ok: true;
  readonly diagram: Diagram;
  readonly warnings: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads a BPMN file and checks it by every rule, then by the kernel. Refused where it cannot be read as a diagram at all. */
export async function checkWhole(file: string | Uint8Array, known: Known = {}): Promise<Checked | Refused> {
  const parsed = await parseDiagram(file);
  if (!parsed.ok) return parsed;
  return { ...parsed, problems: problemsOf(parsed.diagram, known) };
}

/** Everything that is wrong with a diagram: what the rules say and, of each process that can be run at all, what the kernel finds. */
export function problemsOf(diagram: Diagram, known: Known = {}): readonly Problem[] {
  const findings = checkDiagram(diagram, known);
  const broken = new Set(findings.filter(({ rule }) => BREAKING.has(rule)).map(({ process }) => process));
  const processes = diagram.processes.map((process) => ({ ...process, executable: process.executable && !broken.has(process.key) }));
  const whole = { ...diagram, processes };
  const allowance = new Allowance();
  const found = processes.flatMap((process) =>
    process.executable ? soundnessOf(process, whole, { allowance: allowance.forProcess() }).problems : [],
  );
  // What no arrow leads to the rules have said already; what only lacks its condition is not out of reach for good.
  const said = new Set(findings.filter(({ rule }) => rule === 'unreachable').map(({ element }) => element));
  const open = new Set(findings.filter(({ rule }) => rule === 'conditionMissing').map(({ process }) => process));
  const isNews = ({ rule, element, process }: Problem): boolean =>
    rule === 'neverReached' ? !said.has(element) && !open.has(process) : rule !== 'neverTaken' || !open.has(process);
  return [...findings, ...found.filter(isNews)];
}

/** With these a process cannot be run: its ways hang in the air, or what decides between them cannot be read. Each says so itself. */
const BREAKING = new Set([
  'noStart',
  'danglingFlow',
  'flowAcrossPools',
  'flowAcrossEdge',
  'noWayOn',
  'endOutgoing',
  'boundaryIncoming',
  'waitTarget',
  'boundaryHost',
  'boundaryForNothing',
  'boundaryKind',
  'startKind',
  'innerStartTrigger',
  'waitKind',
  'waitForNothing',
  'throwKind',
  'endKind',
  'unknownTrigger',
  'linkPartner',
  'linkTwice',
  'linkAcross',
  'linkFlows',
  'cancelEdge',
  'cancelEnd',
  'undoFlows',
  'asideFlows',
  'asideStarts',
  'asideNoneStart',
  'adHocEvents',
  'adHocEmpty',
  'loopWithoutEnd',
  'loopMaximum',
  'quantityBelowOne',
  'feelFault',
  'foreignExpression',
  'scriptTask',
  'unknownName',
]);
