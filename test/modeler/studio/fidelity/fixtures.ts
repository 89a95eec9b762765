import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error it comes without types; what is used of it is said where it is made
import { BpmnModdle } from 'bpmn-moddle';
import { decode } from '../../../../packages/runtime/src/diagram/parse/decode.ts';
import { vocabularyForModdle } from '../../../../packages/runtime/src/diagram/vocabulary.ts';
import { declaredUtf8 } from '../../../../packages/modeler/src/studio/canvas/fidelity/declaredUtf8.ts';
import { besideEachOther } from '../../../../packages/modeler/src/studio/canvas/fidelity/opened.ts';
import { putBack } from '../../../../packages/modeler/src/studio/canvas/fidelity/putBack.ts';
import { readable } from '../../../../packages/modeler/src/studio/canvas/fidelity/readable.ts';
import type { XmlDocument } from '../../../../packages/modeler/src/studio/file/xml/node.ts';
import { readXml } from '../../../../packages/modeler/src/studio/file/xml/readXml.ts';

const folder = join(process.cwd(), 'test/modeler/studio/fidelity');

/** The foreign diagrams beside this file. */
export const foreign: readonly string[] = readdirSync(folder).filter((file) => /\.(bpmn|xml)$/.test(file));

/** A foreign diagram as text, as the studio reads it. */
export function textOf(file: string): string {
  const text = decode(readFileSync(join(folder, file)));
  if (typeof text !== 'string') throw new Error(text.expected.en);
  return declaredUtf8(text);
}

export function read(xml: string): XmlDocument {
  const document = readXml(xml);
  if (!document.ok) throw new Error(`${document.what.en} in line ${document.line}`);
  return document;
}

/** An element of moddle, as far as these tests look. */
export interface Thing {
  readonly $type: string;
  set(name: string, value: unknown): void;
  get(name: string): Thing[];
  readonly [name: string]: unknown;
}

interface Moddle {
  create(type: string, properties: object): Thing;
  fromXML(xml: string): Promise<{ readonly rootElement: Thing; readonly elementsById: { readonly [id: string]: Thing } }>;
  toXML(root: Thing, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
}

export interface Edited {
  readonly moddle: Moddle;
  readonly root: Thing;
  byId(id: string): Thing;
}

/** A file edited as the editor does it, in moddle, and saved into the original. */
export async function editedBy(xml: string, edit: (given: Edited) => void): Promise<string> {
  const original = read(xml);
  const moddle: Moddle = new BpmnModdle({ gc: vocabularyForModdle() });
  const { rootElement, elementsById } = await moddle.fromXML(readable(original));
  const write = async (): Promise<XmlDocument> => read((await moddle.toXML(rootElement, { format: true })).xml);
  const opened = besideEachOther(original, await write());
  edit({
    moddle,
    root: rootElement,
    byId: (id) => {
      const found = elementsById[id];
      if (!found) throw new Error(`no ${id}`);
      return found;
    },
  });
  return putBack(opened, await write());
}
