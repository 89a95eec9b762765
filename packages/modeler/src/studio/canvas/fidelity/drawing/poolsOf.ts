import { idOf } from '../pairs.ts';
import { textIn, type XmlElement } from '../../../file/xml/node.ts';
import { blockOf } from './blockOf.ts';
import { type Block, type Shape, shifted } from './box.ts';
import { named, plain, valueOf } from './kinds.ts';

const HEAD = 30;
const CLOSED = 60;
const GAP = 60;

/** The pools of a collaboration below each other, each with the steps of its process and its lanes. */
export function poolsOf(collaboration: XmlElement, processes: readonly XmlElement[]): Block {
  const pools = named(collaboration, 'participant').flatMap((participant) => {
    const id = idOf(participant);
    const process = processes.find((one) => idOf(one) === plain(valueOf(participant, 'processRef')));
    return id === undefined ? [] : [{ id, process, block: process ? lanesOf(process) : undefined }];
  });
  const width = Math.max(600, ...pools.map(({ block }) => (block?.width ?? 0) + HEAD));
  const shapes: Shape[] = [];
  let y = 0;
  for (const { id, block } of pools) {
    const height = block ? Math.max(block.height, 120) : CLOSED;
    shapes.push({ id, x: 0, y, width, height });
    const wide = block?.shapes.map((shape) => (shape.lane ? { ...shape, width: width - HEAD - shape.x } : shape)) ?? [];
    shapes.push(...shifted(wide, { x: HEAD, y }));
    y += height + GAP;
  }
  return { shapes, width, height: y };
}

interface Banded extends Block {
  readonly shapes: readonly (Shape & { readonly lane?: true })[];
}

/** The steps of a process, each in the band of its lane; lanes in lanes lie one head further in. */
function lanesOf(process: XmlElement): Banded {
  const lanes = named(process, 'laneSet').flatMap((set) => named(set, 'lane'));
  const block = blockOf(process);
  if (lanes.length === 0) return block;
  const leaves = lanes.flatMap(leavesOf);
  const nodes = new Map(block.shapes.map((shape) => [shape.id, shape]));
  const home = new Map(
    leaves.flatMap((lane) => named(lane, 'flowNodeRef').map((reference) => [plain(textIn(reference)) ?? '', lane] as const)),
  );
  const depth = Math.max(...lanes.map(depthOf));
  const tops = new Map(leaves.map((lane, at) => [lane, at * block.height]));
  const moved = block.shapes.map((shape) => {
    const lane = home.get(outermost(shape, block.shapes, home)) ?? leaves[0];
    return { ...shape, x: shape.x + depth * HEAD, y: shape.y + (lane ? (tops.get(lane) ?? 0) : 0) };
  });
  const bands = lanes.flatMap((lane) => bandsOf(lane, { tops, height: block.height, level: 0 }));
  return {
    shapes: [...bands, ...moved],
    width: block.width + depth * HEAD,
    height: nodes.size === 0 ? leaves.length * 120 : leaves.length * block.height,
  };
}

/** A step in a sub-process, or on the edge of a step, lies where that one lies. */
function outermost(shape: Shape, shapes: readonly Shape[], home: ReadonlyMap<string, XmlElement>): string {
  if (home.has(shape.id)) return shape.id;
  const around = shapes.find(
    (one) =>
      home.has(one.id) &&
      shape.x + shape.width / 2 >= one.x &&
      shape.x + shape.width / 2 <= one.x + one.width &&
      shape.y >= one.y &&
      shape.y <= one.y + one.height,
  );
  return around?.id ?? shape.id;
}

const inside = (lane: XmlElement): readonly XmlElement[] => named(lane, 'childLaneSet').flatMap((set) => named(set, 'lane'));
const leavesOf = (lane: XmlElement): readonly XmlElement[] => (inside(lane).length === 0 ? [lane] : inside(lane).flatMap(leavesOf));
const depthOf = (lane: XmlElement): number => 1 + Math.max(0, ...inside(lane).map(depthOf));

interface Level {
  readonly tops: ReadonlyMap<XmlElement, number>;
  readonly height: number;
  readonly level: number;
}

function bandsOf(lane: XmlElement, { tops, height, level }: Level): readonly (Shape & { readonly lane: true })[] {
  const leaves = leavesOf(lane);
  const id = idOf(lane);
  const [first] = leaves;
  if (id === undefined || !first) return [];
  const band = { id, x: level * HEAD, y: tops.get(first) ?? 0, width: 0, height: leaves.length * height, lane: true as const };
  return [band, ...inside(lane).flatMap((inner) => bandsOf(inner, { tops, height, level: level + 1 }))];
}
