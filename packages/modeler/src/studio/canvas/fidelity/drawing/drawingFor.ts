import { BPMN } from '../foreign.ts';
import { idOf } from '../pairs.ts';
import { elementsIn, type XmlDocument, type XmlElement } from '../../../file/xml/node.ts';
import { asValue } from '../../../file/xml/references.ts';
import { blockOf } from './blockOf.ts';
import type { Shape } from './box.ts';
import { linesIn, named } from './kinds.ts';
import { poolsOf } from './poolsOf.ts';
import { waypoints } from './waypoints.ts';

const NAMESPACES = [
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
].join(' ');

/** Whether a file says how it is drawn. */
const hasDrawing = (root: XmlElement): boolean => elementsIn(root).some(({ local }) => local === 'BPMNDiagram');

/** The drawing of a file that has none, as XML to stand at the end of its root: the collaboration with its pools, or each process by itself. */
export function drawingFor({ root }: XmlDocument): string {
  if (root.uri !== BPMN || hasDrawing(root)) return '';
  const processes = named(root, 'process');
  const collaboration = named(root, 'collaboration').find((one) => named(one, 'participant').length > 0);
  if (collaboration) return diagram(collaboration, { shapes: poolsOf(collaboration, processes).shapes, within: root });
  return processes.map((process) => diagram(process, { shapes: blockOf(process).shapes, within: process })).join('');
}

function diagram(of: XmlElement, { shapes, within }: { readonly shapes: readonly Shape[]; readonly within: XmlElement }): string {
  const id = asValue(idOf(of) ?? '');
  const places = new Map(shapes.map((shape) => [shape.id, shape]));
  const lines = linesIn(within).flatMap((line) => {
    const [from, to] = [places.get(line.from), places.get(line.to)];
    return from && to ? [edge(line.id, waypoints(from, to, line.kind))] : [];
  });
  return `<bpmndi:BPMNDiagram ${NAMESPACES} id="${id}_drawing"><bpmndi:BPMNPlane id="${id}_plane" bpmnElement="${id}">${[...shapes.map(shapeOf), ...lines].join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
}

const shapeOf = ({ id, x, y, width, height, expanded }: Shape): string =>
  `<bpmndi:BPMNShape id="${asValue(id)}_di" bpmnElement="${asValue(id)}"${expanded ? ' isExpanded="true"' : ''}><dc:Bounds x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/></bpmndi:BPMNShape>`;

const edge = (id: string, points: ReturnType<typeof waypoints>): string =>
  `<bpmndi:BPMNEdge id="${asValue(id)}_di" bpmnElement="${asValue(id)}">${points.map(({ x, y }) => `<di:waypoint x="${round(x)}" y="${round(y)}"/>`).join('')}</bpmndi:BPMNEdge>`;

const round = (number: number): number => Math.round(number);
