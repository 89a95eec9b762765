import { readFileSync } from 'node:fs';
import { vocabularyForModdle } from '../../../../packages/runtime/src/diagram/vocabulary.ts';
import { parseDiagram } from '../../../../packages/runtime/src/diagram/parse.ts';
import type { Diagram } from '../../../../packages/runtime/src/diagram/model.ts';
import type { Surroundings } from '../../../../packages/runtime/src/office/drawingPages.ts';
import type { Text } from '../../../../packages/runtime/src/words/text.ts';
import type { Drawn, ModdleElement, Services } from '../../../../packages/modeler/src/studio/file/moddle.ts';

type Properties = { readonly [name: string]: unknown };
type Settable = ModdleElement & { set(name: string, value: unknown): void };
interface Step {
  undo(): void;
  redo(): void;
}
interface Handler {
  preExecute?(context: unknown): void;
}

/** An editor without a canvas: moddle's file, and a command stack that keeps to diagram-js's word about undo. */
export interface Desk extends Services {
  drawn(id: string): Drawn;
  xml(): Promise<string>;
  model(): Promise<Diagram>;
  undo(): void;
  redo(): void;
  /** How many steps can be undone. */
  steps(): number;
  /** Nothing is selected where it is null. */
  select(id: string | null): void;
  /** Takes an element off the canvas, as deleting does. */
  remove(id: string): void;
  readonly root: ModdleElement;
}

interface Reader {
  create(type: string, properties?: Properties): ModdleElement;
  fromXML(xml: string): Promise<{ readonly rootElement: object }>;
  toXML(root: object, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
}

// Its own types describe BPMN's classes, not its reader.
const { BpmnModdle } = (await import('bpmn-moddle' as string)) as { readonly BpmnModdle: new (packages: object) => Reader };

export async function openDesk(xml: string): Promise<Desk> {
  const moddle = new BpmnModdle({ gc: vocabularyForModdle() });
  const { rootElement } = await moddle.fromXML(xml);
  const root = rootElement as ModdleElement;
  const drawn = new Map<string, Drawn>();
  const draw = (element: ModdleElement): void => {
    if (element.id) drawn.set(element.id, { id: element.id, businessObject: element });
    for (const part of ['rootElements', 'participants', 'messageFlows', 'flowElements', 'laneSets', 'lanes', 'artifacts']) {
      const inner = element.get(part);
      if (Array.isArray(inner)) for (const one of inner as ModdleElement[]) draw(one);
    }
  };
  draw(root);

  const done: Step[][] = [];
  const undone: Step[][] = [];
  const heard = new Map<string, Set<(event: unknown) => void>>();
  const fire = (name: string): void => heard.get(name)?.forEach((listener) => listener({ elements: [] }));
  let open: Step[] | null = null;
  const bundle = (work: () => void): void => {
    if (open) return work();
    open = [];
    work();
    done.push(open);
    open = null;
    undone.length = 0;
    fire('commandStack.changed');
  };
  const set = (element: ModdleElement, properties: Properties): void => {
    const target = element as Settable;
    const before = Object.keys(properties).map((name) => [name, target.get(name)] as const);
    const redo = (): void => Object.entries(properties).forEach(([name, value]) => target.set(name, value));
    bundle(() => {
      redo();
      open?.push({ undo: () => before.forEach(([name, value]) => target.set(name, value)), redo });
    });
  };
  const undo = (): void => {
    const last = done.pop();
    if (!last) throw new Error('nothing to undo');
    for (const step of last.toReversed()) step.undo();
    undone.push(last);
    fire('commandStack.changed');
  };
  const redo = (): void => {
    const next = undone.pop();
    if (!next) throw new Error('nothing to redo');
    for (const step of next) step.redo();
    done.push(next);
    fire('commandStack.changed');
  };
  const handlers = new Map<string, Handler>();
  const services: { readonly [name: string]: unknown } = {
    moddle,
    modeling: {
      updateProperties: (element: Drawn, properties: Properties) => set(element.businessObject, properties),
      removeElements: (elements: readonly Drawn[]) =>
        elements.forEach(({ businessObject }) => {
          const parent = businessObject.$parent;
          const left = (parent?.get('flowElements') ?? []) as readonly ModdleElement[];
          if (parent) set(parent, { flowElements: left.filter((one) => one !== businessObject) });
        }),
      updateModdleProperties: (_element: Drawn, part: ModdleElement, properties: Properties) => set(part, properties),
    },
    commandStack: {
      register(name: string, handler: Handler) {
        if (handlers.has(name)) throw new Error(`overriding handler for command <${name}>`);
        handlers.set(name, handler);
      },
      execute: (name: string, context: unknown) => bundle(() => handlers.get(name)?.preExecute?.(context)),
      canUndo: () => done.length > 0,
      canRedo: () => undone.length > 0,
      undo: () => undo(),
      redo: () => redo(),
    },
    bpmnFactory: {
      create: (type: string, properties: Properties = {}) => {
        const id = properties['id'] ?? `${type.slice(type.indexOf(':') + 1)}_${done.length + 1}_${Math.round(drawn.size)}`;
        return moddle.create(type, { id, ...properties });
      },
    },
    elementRegistry: { get: (id: string) => drawn.get(id), getAll: () => [...drawn.values()] },
    eventBus: {
      on: (names: string | readonly string[], listener: (event: unknown) => void) =>
        [names].flat().forEach((name) => heard.set(name as string, (heard.get(name as string) ?? new Set()).add(listener))),
      off: (names: string | readonly string[], listener: (event: unknown) => void) =>
        [names].flat().forEach((name) => heard.get(name as string)?.delete(listener)),
    },
    selection: { get: () => selected },
    canvas: { getRootElement: () => rootDrawn() },
  };
  let selected: Drawn[] = [];
  const rootDrawn = (): Drawn | undefined =>
    [...drawn.values()].find(({ businessObject }) => businessObject.$type === 'bpmn:Collaboration') ??
    [...drawn.values()].find(({ businessObject }) => businessObject.$type === 'bpmn:Process');

  const xmlNow = async (): Promise<string> => (await moddle.toXML(root, { format: true })).xml;
  return {
    root,
    get: <T>(name: string) => services[name] as T,
    drawn: (id) => {
      const found = drawn.get(id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    },
    xml: xmlNow,
    async model() {
      const parsed = await parseDiagram(await xmlNow());
      if (!parsed.ok) throw new Error(JSON.stringify(parsed));
      return parsed.diagram;
    },
    undo,
    redo,
    steps: () => done.length,
    remove(id) {
      drawn.delete(id);
      selected = [];
      fire('selection.changed');
    },
    select: (id: string | null) => {
      selected = [...drawn.values()].filter((one) => one.id === id);
      fire('selection.changed');
    },
  };
}

const organization = JSON.parse(readFileSync(new URL('../../../../processes/organization.json', import.meta.url), 'utf8')) as {
  readonly posts: readonly { readonly id: string; readonly name: Text }[];
  readonly units: readonly { readonly id: string; readonly name: Text }[];
};

/** What lies outside the files: the demo office, with one person in every post but that of the archivist. */
export const AROUND: Surroundings = {
  flows: [
    {
      key: 'seal-use',
      name: { zh: '印章使用', en: 'Use of the seal' },
      calls: [],
      fields: [
        { key: 'sealKind', name: { zh: '用印类别', en: 'Kind of use' } },
        { key: 'sealResult', name: { zh: '用印结果', en: 'Result' } },
      ],
    },
    { key: 'outgoing-document', name: { zh: '电子公文处理·发文', en: 'Electronic documents, outgoing' }, calls: ['seal-use'] },
  ],
  posts: organization.posts.map(({ id, name }) => ({
    id,
    name,
    units: [{ zh: '办公室', en: 'Office' }],
    people: id === 'archivist' ? 0 : 1,
  })),
  units: organization.units,
};

const file = (name: string): string => readFileSync(new URL(`../../../../processes/${name}.bpmn`, import.meta.url), 'utf8');

/** Flow 4 as it is shipped. */
export const documents = (): Promise<Desk> => openDesk(file('04-electronic-documents'));

/** Flow 6 as it is shipped. */
export const sealUse = (): Promise<Desk> => openDesk(file('06-seal-use'));

/** A small file: a pool of nobody, and one process with a start, a step in a lane, an end. `step` stands in the step's extensionElements. */
export const small = (step: string): Promise<Desk> =>
  openDesk(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:other="urn:other" id="small" targetNamespace="urn:x">
  <bpmn:process id="flow" name="流程" isExecutable="true">
    <bpmn:laneSet id="lanes"><bpmn:lane id="lane" name="文书室"><bpmn:flowNodeRef>step</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="step" />
    <bpmn:userTask id="step" name="登记">${step}<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="step" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`);
