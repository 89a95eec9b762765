import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Node, nodeOf, nodesOf, numberOf } from '../../packages/runtime/src/diagram/parse/node.ts';
import { readBpmn } from '../../packages/runtime/src/diagram/parse/read.ts';

interface Box {
  readonly id: string;
  readonly type: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

const boxOf = (bounds: Node | undefined, of: Node | undefined): Box => {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => (bounds && numberOf(bounds, side)) ?? Number.NaN);
  const [left = 0, top = 0] = [x, y];
  return { id: of?.id ?? '', type: of?.$type ?? '', left, top, right: left + (width ?? 0), bottom: top + (height ?? 0) };
};
const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

async function picture(file: string) {
  const read = await readBpmn(readFileSync(new URL(`../../processes/${file}.bpmn`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.expected.en);
  const drawn = nodesOf(nodeOf(nodesOf(read.root, 'diagrams')[0], 'plane'), 'planeElement');
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge');
  return {
    boxes: shapes.map((shape) => boxOf(nodeOf(shape, 'bounds'), nodeOf(shape, 'bpmnElement'))),
    labels: [...shapes, ...edges].flatMap((one) => {
      const bounds = nodeOf(nodeOf(one, 'label'), 'bounds');
      return bounds ? [boxOf(bounds, nodeOf(one, 'bpmnElement'))] : [];
    }),
    edges: edges.map((edge) => {
      const of = nodeOf(edge, 'bpmnElement');
      const points: Point[] = nodesOf(edge, 'waypoint').map((point) => ({ x: numberOf(point, 'x') ?? 0, y: numberOf(point, 'y') ?? 0 }));
      return { id: of?.id ?? '', ends: [nodeOf(of, 'sourceRef')?.id, nodeOf(of, 'targetRef')?.id], points };
    }),
    lanes: [...new Set(shapes.map((shape) => nodeOf(shape, 'bpmnElement')))].filter((one) => one?.$type === 'bpmn:Lane'),
  };
}

const CONTAINERS = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess']);

describe.each(['04-electronic-documents', '06-seal-use'])('the picture of %s is pleasant to read', (file) => {
  test('arrows run straight along the grid, with few bends, and never through a step', async () => {
    const { boxes, edges } = await picture(file);
    const steps = boxes.filter(({ type }) => !CONTAINERS.has(type));
    for (const edge of edges) {
      expect(edge.points.length).toBeLessThan(6);
      for (const [index, to] of edge.points.entries()) {
        const from = edge.points[index - 1];
        if (!from) continue;
        expect(from.x === to.x || from.y === to.y ? '' : edge.id).toBe('');
        const line: Box = {
          id: edge.id,
          type: '',
          left: Math.min(from.x, to.x),
          right: Math.max(from.x, to.x),
          top: Math.min(from.y, to.y),
          bottom: Math.max(from.y, to.y),
        };
        const through = steps.filter(
          (step) =>
            !edge.ends.includes(step.id) &&
            overlap({ ...line, left: line.left - 1, right: line.right + 1, top: line.top - 1, bottom: line.bottom + 1 }, step),
        );
        expect(through.map(({ id }) => `${edge.id} through ${id}`)).toEqual([]);
      }
    }
  });

  test('nothing lies on anything else', async () => {
    const { boxes, labels } = await picture(file);
    const steps = boxes.filter(({ type }) => !CONTAINERS.has(type) && type !== 'bpmn:BoundaryEvent');
    const clashes = steps.flatMap((one, index) =>
      steps
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `${one.id} on ${other.id}`),
    );
    const covered = labels.flatMap((label) =>
      steps
        .filter((step) => step.type !== 'bpmn:ExclusiveGateway' && overlap(label, step))
        .map((step) => `name of ${label.id} on ${step.id}`),
    );
    const double = labels.flatMap((one, index) =>
      labels
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `names of ${one.id} and ${other.id}`),
    );
    expect([...clashes, ...covered, ...double]).toEqual([]);
  });

  test('every step lies in its lane', async () => {
    const { boxes, lanes } = await picture(file);
    for (const lane of lanes) {
      const outer = boxes.find(({ id }) => id === lane?.id);
      for (const node of nodesOf(lane, 'flowNodeRef')) {
        const inner = boxes.find(({ id }) => id === node.id);
        // an event on the edge of a step may reach over the lane with it
        if (outer && inner && inner.type !== 'bpmn:BoundaryEvent') expect(within(inner, outer) ? '' : inner.id).toBe('');
      }
    }
  });
});
