import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { drawingFor } from '../../../../packages/modeler/src/studio/canvas/fidelity/drawing/drawingFor.ts';
import { sameXml } from '../../../../packages/modeler/src/studio/canvas/fidelity/sameXml.ts';
import { elementsIn, type XmlElement } from '../../../../packages/modeler/src/studio/file/xml/node.ts';
import { editedBy, read } from './fixtures.ts';

const file = (inner: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">${inner}</definitions>`;
const chain = file(`<process id="p">
  <startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
  <sequenceFlow id="f3" sourceRef="b" targetRef="e"/><sequenceFlow id="back" sourceRef="b" targetRef="a"/>
</process>`);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const valueOf = (element: XmlElement, name: string) => element.attributes.find((one) => one.name === name)?.value ?? '';

/** What each diagram of the drawing shows, by id. */
function diagrams(xml: string): readonly ReadonlyMap<string, Box>[] {
  const text = drawingFor(read(xml));
  return elementsIn(read(`<x>${text}</x>`).root).map(
    (diagram) =>
      new Map(
        elementsIn(diagram)
          .flatMap(elementsIn)
          .flatMap((shape) => {
            const bounds = elementsIn(shape).find(({ local }) => local === 'Bounds');
            const number = (name: string) => (bounds ? Number(valueOf(bounds, name)) : 0);
            const box = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
            return bounds ? [[valueOf(shape, 'bpmnElement'), box] as const] : [];
          }),
      ),
  );
}

const drawing = (xml: string): ReadonlyMap<string, Box> => diagrams(xml)[0] ?? new Map();

const apart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function boxes(of: ReadonlyMap<string, Box>, ...ids: readonly string[]): Box[] {
  return ids.map((id) => of.get(id) ?? { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN });
}

describe('A file without a drawing is drawn', () => {
  test('one step after the other, whatever leads back', () => {
    const places = boxes(drawing(chain), 's', 'a', 'b', 'e').map(({ x }) => x);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(new Set(places).size).toBe(4);
  });

  test('the steps of a sub-process inside it, an edge event on its edge', () => {
    const [outer, inner, edge] = boxes(
      drawing(
        file(
          '<process id="p"><subProcess id="sub"><task id="t"/><task id="u"/></subProcess><boundaryEvent id="b" attachedToRef="sub"/></process>',
        ),
      ),
      'sub',
      't',
      'b',
    ) as [Box, Box, Box];
    expect(within(inner, outer)).toBe(true);
    expect(edge.y + edge.height / 2).toBe(outer.y + outer.height);
  });

  test('each step in the band of its lane, lanes in their pool, pools apart', () => {
    const places = drawing(
      file(`<collaboration id="c"><participant id="pool" processRef="p"/><participant id="other"/></collaboration>
        <process id="p"><laneSet id="ls"><lane id="l1"><flowNodeRef>t</flowNodeRef></lane>
          <lane id="l2"><childLaneSet id="cls"><lane id="l3"/><lane id="l4"><flowNodeRef>u</flowNodeRef></lane></childLaneSet></lane></laneSet>
          <task id="t"/><task id="u"/><sequenceFlow id="f" sourceRef="t" targetRef="u"/></process>`),
    );
    const [pool, other, l1, l2, l3, l4, t, u] = boxes(places, 'pool', 'other', 'l1', 'l2', 'l3', 'l4', 't', 'u') as [
      Box,
      Box,
      Box,
      Box,
      Box,
      Box,
      Box,
      Box,
    ];
    for (const [inner, outer] of [
      [t, l1],
      [u, l4],
      [l4, l2],
      [l3, l2],
      [l1, pool],
      [l2, pool],
    ] as const)
      expect(within(inner, outer)).toBe(true);
    expect([apart(l1, l2), apart(l3, l4), apart(pool, other)]).toEqual([true, true, true]);
  });

  const folder = join(process.cwd(), 'test/runtime/kernel');
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));
  test.each(files)('no step of %s upon another', (name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const steps = diagrams(xml).map((places) =>
      [...places].filter(([id]) => new RegExp(`(Task|Gateway|startEvent|endEvent) id="${id}"`).test(xml)),
    );
    expect(steps.flat().length).toBeGreaterThan(1);
    const upon = steps.flatMap((places) =>
      places.flatMap(([id, box], at) =>
        places
          .slice(at + 1)
          .filter(([, other]) => !apart(box, other))
          .map(([other]) => `${id} ${other}`),
      ),
    );
    expect(upon).toEqual([]);
  });
});

describe('A drawing that the file has not', () => {
  test('is not written before it is changed', async () => {
    expect(await editedBy(chain, () => undefined)).toBe(chain);
    const renamed = await editedBy(chain, ({ byId }) => byId('a').set('name', '复核'));
    expect(renamed).toBe(chain.replace('<userTask id="a"', '<userTask id="a" name="复核"'));
  });

  test('is written whole once a step was moved', async () => {
    const moved = await editedBy(chain, ({ byId }) => ((byId('a_di').bounds as { x: number }).x += 10));
    expect(moved.match(/<bpmndi:BPMNShape /g)).toHaveLength(4);
    expect(moved.match(/<bpmndi:BPMNEdge /g)).toHaveLength(4);
    expect(sameXml(chain, moved, new Set(['BPMNDiagram']))).toEqual([]);
  });

  test('is not made where the file has one, or is no BPMN', () => {
    expect(drawing('<project/>').size).toBe(0);
    expect(drawing(file('<process id="p"><task id="t"/></process><BPMNDiagram/>')).size).toBe(0);
  });
});
