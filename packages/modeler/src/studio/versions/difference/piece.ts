import type { Text } from '@guicheng/runtime/model';
import { factsOf, type Facts } from './facts.ts';
import { typeOf } from '../../kinds.ts';
import { spelledOut } from './spelledOut.ts';
import { manyIn, oneIn, type Moddle } from './moddle.ts';

/** One thing that a file speaks of: a step, an arrow, a lane, a pool, a process, a message, or the file itself. */
export interface Piece {
  readonly id: string;
  /** BPMN's name of what it is: userTask. */
  readonly type: string;
  readonly name: Text;
  /** The process that it belongs to; null for what stands between or above them. */
  readonly process: string | null;
  /** The sub-process that it stands in. */
  readonly inside: string | null;
  readonly lane: string | null;
  readonly isStep: boolean;
  readonly facts: Facts;
  /** Which defaults are written out. */
  readonly spelled: string;
}

/** The id under which the file itself stands among its pieces: no element has one like it. */
export const FILE = '#file';

/** Everything that a file speaks of, by its id, in document order. */
export function piecesOf(root: Moddle): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  const add = (node: Moddle, place: Partial<Pick<Piece, 'process' | 'inside' | 'lane'>>): void => {
    const facts = factsOf(node);
    const id = node === root ? FILE : (node.id ?? `${typeOf(node.$type)} ${JSON.stringify(facts)}`);
    const isStep = node.$instanceOf?.('bpmn:FlowNode') === true;
    const { process = null, inside = null, lane = null } = place;
    const type = typeOf(node.$type);
    const where = { '#type': type, ...(inside === null ? {} : { '#inside': inside }), ...(lane === null ? {} : { '#lane': lane }) };
    const spelled = spelledOut(node).join();
    const said = { ...facts, ...where, ...endsOf(facts) };
    pieces.set(id, { id, type, name: nameOf(facts), process, inside, lane, isStep, facts: said, spelled });
  };
  const addFlow = (container: Moddle, place: { readonly process: string; readonly inside: string | null; readonly lanes: Lanes }): void => {
    for (const node of [...manyIn(container, 'flowElements'), ...manyIn(container, 'artifacts')]) {
      add(node, { process: place.process, inside: place.inside, lane: place.lanes.get(node.id ?? '') ?? null });
      if (node.$instanceOf?.('bpmn:SubProcess')) addFlow(node, { ...place, inside: node.id ?? null });
    }
  };
  add(root, {});
  const file = pieces.get(FILE);
  if (file) pieces.set(FILE, { ...file, facts: { ...file.facts, '#id': root.id ?? '' } });
  for (const top of manyIn(root, 'rootElements')) {
    const process = top.$type === 'bpmn:Process' ? (top.id ?? '') : null;
    add(top, { process });
    for (const pool of manyIn(top, 'participants')) add(pool, { process: oneIn(pool, 'processRef')?.id ?? null });
    for (const arrow of manyIn(top, 'messageFlows')) add(arrow, {});
    if (process === null) {
      for (const note of manyIn(top, 'artifacts')) add(note, {});
      continue;
    }
    const lanes = lanesIn(top);
    for (const lane of lanes.all) add(lane, { process });
    addFlow(top, { process, inside: null, lanes: lanes.of });
  }
  return pieces;
}

type Lanes = ReadonlyMap<string, string>;

/** The lanes of a process, an outer one before those in it, and the innermost lane of each step. */
function lanesIn(process: Moddle): { readonly all: readonly Moddle[]; readonly of: Lanes } {
  const all: Moddle[] = [];
  const of = new Map<string, string>();
  const walk = (set: Moddle): void => {
    for (const lane of manyIn(set, 'lanes')) {
      all.push(lane);
      for (const node of manyIn(lane, 'flowNodeRef')) of.set(node.id ?? '', lane.id ?? '');
      const inner = oneIn(lane, 'childLaneSet');
      if (inner) walk(inner);
    }
  };
  manyIn(process, 'laneSets').forEach(walk);
  return { all, of };
}

/** Where an arrow begins and ends, as one fact. */
const endsOf = ({ sourceRef = null, targetRef = null }: Facts): Facts =>
  sourceRef === null && targetRef === null ? {} : { '#ends': [sourceRef, targetRef] };

/** The name, in Chinese from `name` – or the words of a note –, in English from `gc:name`. */
function nameOf(facts: Facts): Text {
  const zh = facts['name'] ?? facts['text'];
  const names = facts['gc:Name'];
  const english = Array.isArray(names)
    ? names.find((one): one is { text: string } => isWord(one) && one['lang'] === 'en' && typeof one['text'] === 'string')
    : undefined;
  return { zh: typeof zh === 'string' ? zh : '', ...(english ? { en: english.text } : {}) };
}

const isWord = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null;
