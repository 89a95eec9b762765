import { BPMN } from '../foreign.ts';
import { idOf } from '../pairs.ts';
import { elementsIn, textIn, type XmlElement } from '../../../file/xml/node.ts';
import type { Size } from './box.ts';

const TASK: Size = { width: 100, height: 80 };
const PAPER: Size = { width: 36, height: 50 };

/** How large an element is drawn by itself; nothing where it is no step, event, gateway, paper or note. */
export function sizeOf({ uri, local }: XmlElement): Size | undefined {
  if (uri !== BPMN) return undefined;
  if (/(^t|T)ask$|^callActivity$/.test(local)) return TASK;
  if (isScope(local)) return TASK;
  if (local.endsWith('Event')) return { width: 36, height: 36 };
  if (local.endsWith('Gateway')) return { width: 50, height: 50 };
  if (local === 'dataObjectReference') return PAPER;
  if (local === 'dataStoreReference') return { width: 50, height: 50 };
  return local === 'textAnnotation' ? { width: 120, height: 40 } : undefined;
}

/** Whether steps stand in it. */
export const isScope = (local: string): boolean => /^(subProcess|adHocSubProcess|transaction)$/.test(local);

/** Whether it stands beside the flow rather than in it. */
export const isBeside = (local: string): boolean => /^(dataObjectReference|dataStoreReference|textAnnotation)$/.test(local);

export const valueOf = ({ attributes }: XmlElement, wanted: string): string | undefined =>
  attributes.find(({ name }) => name === wanted)?.value;

/** A reference without the prefix that some tools put before it. */
export const plain = (reference: string | undefined): string | undefined => reference?.trim().replace(/^.*:/, '');

/** Elements of BPMN by name, directly inside. */
export const named = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => child.uri === BPMN && child.local === local);

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Every line of a file that has two ends: flows, associations, and the ways of papers into and out of steps. */
export function linesIn(root: XmlElement): readonly (Line & { readonly kind: string })[] {
  return elementsIn(root).flatMap((child) => [...lineOf(child, root), ...linesIn(child)]);
}

function lineOf(element: XmlElement, parent: XmlElement): readonly (Line & { readonly kind: string })[] {
  const { local } = element;
  const id = idOf(element);
  if (id === undefined || element.uri !== BPMN || !/^(sequenceFlow|messageFlow|association|data(In|Out)putAssociation)$/.test(local))
    return [];
  const end = (name: 'sourceRef' | 'targetRef'): string | undefined => {
    const [inner] = named(element, name);
    return plain(valueOf(element, name) ?? (inner && textIn(inner)));
  };
  const from = local === 'dataOutputAssociation' ? idOf(parent) : end('sourceRef');
  const to = local === 'dataInputAssociation' ? idOf(parent) : end('targetRef');
  return from === undefined || to === undefined ? [] : [{ id, from, to, kind: local }];
}
