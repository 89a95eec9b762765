import { idOf } from '../pairs.ts';
import { elementsIn, type XmlElement } from '../../../file/xml/node.ts';
import { type Block, type Shape, shifted, type Size } from './box.ts';
import { columnsOf } from './columnsOf.ts';
import { isBeside, isScope, type Line, linesIn, plain, sizeOf, valueOf } from './kinds.ts';

const GAP = { x: 60, y: 50 } as const;
const MARGIN = 30;

interface Node extends Size {
  readonly id: string;
  readonly column: number;
  readonly inner: Block | undefined;
}

/** The steps of a process or sub-process in rows and columns by their flows; what is attached hangs below its host, papers and notes stand below all. */
export function blockOf(scope: XmlElement): Block {
  const elements = elementsIn(scope).filter((element) => sizeOf(element) && idOf(element) !== undefined);
  const hosts = new Map(
    elements.flatMap((one) => (isAttached(one) ? [[idOf(one) ?? '', plain(valueOf(one, 'attachedToRef')) ?? '']] : [])),
  );
  const lines = linesIn(scope).map((line): Line => ({ ...line, from: hosts.get(line.from) ?? line.from }));
  const flowing = elements.filter((one) => !isAttached(one) && !isBeside(one.local));
  const columns = columnsOf(
    flowing.map((one) => idOf(one) ?? ''),
    lines,
  );
  const placed = gridOf(flowing.map((one) => nodeOf(one, columns)));
  const attached = attachedTo(placed.shapes, hosts);
  const beside = rowOf(elements.filter(({ local }) => isBeside(local)));
  const shapes = [...placed.shapes, ...attached, ...shifted(beside.shapes, { x: 0, y: placed.height })];
  return {
    shapes: shifted(shapes, { x: MARGIN, y: MARGIN }),
    width: Math.max(placed.width, beside.width) + 2 * MARGIN,
    height: placed.height + beside.height + 2 * MARGIN,
  };
}

const isAttached = ({ local }: XmlElement): boolean => local === 'boundaryEvent';

function nodeOf(element: XmlElement, columns: ReadonlyMap<string, number>): Node {
  const id = idOf(element) ?? '';
  const inner = isScope(element.local) ? blockOf(element) : undefined;
  const { width, height } = inner ?? sizeOf(element) ?? { width: 0, height: 0 };
  return { id, width: Math.max(width, 36), height: Math.max(height, 36), column: columns.get(id) ?? 0, inner };
}

function gridOf(nodes: readonly Node[]): Block {
  const shapes: Shape[] = [];
  let x = 0;
  let height = 0;
  for (const column of inColumns(nodes)) {
    const width = Math.max(...column.map((node) => node.width));
    let y = 0;
    for (const node of column) {
      const at = { x: x + (width - node.width) / 2, y: y + Math.max(0, (80 - node.height) / 2) };
      shapes.push({ id: node.id, ...at, width: node.width, height: node.height, ...(node.inner ? { expanded: true as const } : {}) });
      shapes.push(...shifted(node.inner?.shapes ?? [], at));
      y += Math.max(80, node.height) + GAP.y;
    }
    x += width + GAP.x;
    height = Math.max(height, y);
  }
  return { shapes, width: Math.max(0, x - GAP.x), height: Math.max(0, height - GAP.y + 20) };
}

function inColumns(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const columns: Node[][] = [];
  for (const node of nodes) (columns[node.column] ??= []).push(node);
  return columns.filter((column) => column.length > 0);
}

function rowOf(elements: readonly XmlElement[]): Block {
  let x = 0;
  const shapes = elements.map((element): Shape => {
    const size = sizeOf(element) ?? { width: 0, height: 0 };
    const shape = { id: idOf(element) ?? '', x, y: 30, ...size };
    x += size.width + GAP.x;
    return shape;
  });
  return { shapes, width: Math.max(0, x - GAP.x), height: elements.length > 0 ? 100 : 0 };
}

/** On the lower edge of the host, side by side. */
function attachedTo(shapes: readonly Shape[], hosts: ReadonlyMap<string, string>): readonly Shape[] {
  const taken = new Map<string, number>();
  return [...hosts].flatMap(([id, host]) => {
    const on = shapes.find((shape) => shape.id === host);
    if (!on) return [];
    const before = taken.get(host) ?? 0;
    taken.set(host, before + 1);
    return [{ id, x: on.x + 8 + before * 44, y: on.y + on.height - 18, width: 36, height: 36, attached: true as const }];
  });
}
