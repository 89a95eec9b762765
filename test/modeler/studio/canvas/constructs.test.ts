/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { TextDecoder, TextEncoder } from 'node:util';
import { choiceOf, choicesFor, type Choice } from '../../../../packages/modeler/src/studio/canvas/replace/choice.ts';
import type { Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { linesOf, openDesk, type Desk } from './desk.ts';

// jsdom has none of its own, and the checks are run in a worker that does
Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value)) as unknown) as typeof structuredClone;
const { checkWhole } = await import('../../../../packages/runtime/src/checking.ts');

const node = (type: string, id: string, inner = '', attributes = ''): string =>
  `<bpmn:${type} id="${id}" ${/Event$|Gateway$/.test(type) ? '' : `name="${id}"`} ${attributes}>${inner}</bpmn:${type}>`;
const arrow = (from: string, to: string): string => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
const chain = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, index) => arrow(ids[index] ?? '', id))
    .join('');
const who = '<bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements>';
const message = '<bpmn:messageEventDefinition id="awaited" messageRef="mail" />';

/** A plain flow with each kind of thing at each of its places; what is drawn says where. */
const FLOW = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:gc="urn:guicheng:bpmn:1" id="file" targetNamespace="urn:x">
<bpmn:message id="mail" name="回文" />
<bpmn:process id="flow" name="流程" isExecutable="true"><bpmn:extensionElements><gc:starter kind="post" post="registry" /></bpmn:extensionElements>
${node('startEvent', 'start')}${node('userTask', 'step', who)}
<bpmn:boundaryEvent id="edge" attachedToRef="step" cancelActivity="true">${message.replace('awaited', 'm1')}</bpmn:boundaryEvent>${node('endEvent', 'away')}
${node('intermediateThrowEvent', 'between')}${node('parallelGateway', 'fork')}${node('userTask', 'left', who)}${node('userTask', 'right', who)}${node('parallelGateway', 'join')}
${node('subProcess', 'part', node('startEvent', 'partStart') + node('userTask', 'inner', who) + node('endEvent', 'partEnd') + chain('partStart', 'inner', 'partEnd'))}
${node('transaction', 'whole', node('startEvent', 'wholeStart') + node('userTask', 'within', who) + node('endEvent', 'wholeEnd') + chain('wholeStart', 'within', 'wholeEnd'))}
<bpmn:boundaryEvent id="wholeEdge" attachedToRef="whole" cancelActivity="true">${message.replace('awaited', 'm2')}</bpmn:boundaryEvent>${node('endEvent', 'wholeAway')}
${node('eventBasedGateway', 'wait')}${node('intermediateCatchEvent', 'awaitMail', message.replace('awaited', 'm3'))}${node('intermediateCatchEvent', 'awaitTime', '<bpmn:timerEventDefinition id="t1"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>')}${node('exclusiveGateway', 'merge')}
${node('endEvent', 'end')}
${node('subProcess', 'beside', node('startEvent', 'besideStart', message.replace('awaited', 'm4'), 'isInterrupting="true"') + node('userTask', 'besideStep', who) + node('endEvent', 'besideEnd') + chain('besideStart', 'besideStep', 'besideEnd'), 'triggeredByEvent="true"')}
${chain('start', 'step', 'between', 'fork', 'left', 'join', 'part', 'whole', 'wait', 'awaitMail', 'merge', 'end')}${chain('fork', 'right', 'join')}${chain('wait', 'awaitTime', 'merge')}${chain('edge', 'away')}${chain('wholeEdge', 'wholeAway')}
</bpmn:process>DRAWN</bpmn:definitions>`;

/** The flow with a drawing: everything in one row, parts large enough for what is in them. */
function drawn(flow: string): string {
  const boxes = new Map<string, string>();
  let x = 100;
  for (const [, type = '', id = '', host] of flow.matchAll(
    /<bpmn:(\w+(?:Event|Task|Gateway)|subProcess|transaction) id="(\w+)"(?: attachedToRef="(\w+)")?/g,
  )) {
    const part = type === 'subProcess' || type === 'transaction';
    const [width, height] = part ? [500, 200] : type.endsWith('Event') ? [36, 36] : type.endsWith('Gateway') ? [50, 50] : [100, 80];
    const at =
      boxes
        .get(host ?? '')
        ?.split(' ')
        .map(Number) ?? [];
    if (host) boxes.set(id, `${(at[0] ?? 0) + 20} ${(at[1] ?? 0) + (at[3] ?? 0) - 18} 36 36`);
    else boxes.set(id, `${x} ${part ? 150 : 250 - (height ?? 0) / 2} ${width} ${height}`);
    if (!host) x += part ? 40 : (width ?? 0) + 60;
    if (id.endsWith('End')) x += 120;
  }
  const shapes = [...boxes].map(([id, box]) => {
    const [left, top, width, height] = box.split(' ');
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" isExpanded="true"><dc:Bounds x="${left}" y="${top}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  });
  const edges = [...flow.matchAll(/<bpmn:sequenceFlow id="(\w+)" sourceRef="(\w+)" targetRef="(\w+)"/g)].map(
    ([, id, from = '', to = '']) => {
      const [a, b] = [from, to].map((end) => (boxes.get(end) ?? '').split(' ').map(Number));
      const point = (box: readonly number[] = []): string =>
        `<di:waypoint x="${(box[0] ?? 0) + (box[2] ?? 0) / 2}" y="${(box[1] ?? 0) + (box[3] ?? 0) / 2}" />`;
      return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${point(a)}${point(b)}</bpmndi:BPMNEdge>`;
    },
  );
  const plane = `<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="flow">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  return flow.replace('DRAWN', plane);
}

const OPENED = drawn(FLOW);
const PLACES = 'start step edge between fork part wholeEnd wholeEdge wait awaitMail end beside besideStart'.split(' ');

/** The same with things that stand beside the flow, so that they may begin or end it. */
const LOOSE = drawn(
  FLOW.replace(
    '</bpmn:process>',
    `${node('userTask', 'loose', who)}${node('exclusiveGateway', 'first')}${node('userTask', 'one', who)}${node('userTask', 'other', who)}
    ${node('userTask', 'before', who)}${node('intermediateThrowEvent', 'last')}${node('intermediateThrowEvent', 'next')}${node('userTask', 'behind', who)}
    ${chain('first', 'one')}${chain('first', 'other')}${chain('before', 'last')}${chain('next', 'behind')}</bpmn:process>`,
  ),
);

/** What the panel asks and nobody has answered yet; all else that is wrong would be the menu's fault. */
const ASKED = new Set([
  'timerWithoutTime',
  'conditionNotSaid',
  'conditionMissing',
  'errorWithoutCode',
  'escalationWithoutCode',
  'manyWithoutList',
  'loopWithoutEnd',
  'nobodyAssigned',
  'unknownCall',
  // what else in the flow has to suit it: who catches, where the ways meet, where the other end of a link is
  'errorUncaught',
  'joinStuck',
  'twice',
  'linkPartner',
]);

const become = (desk: Desk, element: Drawn, { target }: Choice): Drawn => {
  const becoming: { readonly element: Drawn; readonly target: object; became?: Drawn } = { element, target };
  desk.editor.get('commandStack').execute('office.become', becoming);
  if (!becoming.became) throw new Error('it became nothing');
  return becoming.became;
};

/** What a file says, whether or not it repeats at each step which arrows lead to it. */
const saidIn = (xml: string): readonly string[] =>
  linesOf(xml)
    .filter((line) => !/^<bpmn:(?:incoming|outgoing)>|^<\/bpmn:/.test(line))
    .map((line) => line.replace(/ ?\/>$/, '>'))
    .toSorted();

const errorsOf = async (xml: string): Promise<readonly string[]> => {
  const checked = await checkWhole(xml, {});
  if (!checked.ok) return [`refused ${JSON.stringify(checked)}`];
  return checked.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, element, message: { zh } }) => `${rule} ${element} ${zh}`);
};

describe('A plain flow', () => {
  test('is without errors, so that what is found afterwards comes from the menu', async () => {
    expect(await errorsOf(OPENED)).toEqual([]);
  });
});

describe('What the menu 换成… offers', () => {
  test.each(PLACES)('for %s is that, breaks no rule but for what is still to be asked, and is undone in one step', async (id) => {
    const desk = await openDesk(OPENED);
    const before = saidIn(await desk.xml());
    const wrong: string[] = [];
    for (const choice of choicesFor(desk.drawn(id))) {
      const now = choiceOf(become(desk, desk.drawn(id), choice));
      if (now?.word !== choice.word) wrong.push(`${choice.word} became ${now?.word}`);
      const errors = (await errorsOf(await desk.xml())).filter((error) => !ASKED.has(error.split(' ')[0] ?? ''));
      wrong.push(...errors.map((error) => `${choice.word}: ${error}`));
      expect(`${choice.word} ${desk.undoAll()}`).toBe(`${choice.word} 1`);
    }
    expect(wrong).toEqual([]);
    expect(saidIn(await desk.xml())).toEqual(before);
  });

  test.each([
    ['loose', ['aside', 'startByReceipt']],
    ['first', ['startByFirst', 'startByAll']],
    ['last', ['jumpAway']],
    ['next', ['jumpHere']],
  ] as const)('for %s, to or from which nothing leads, is what has a meaning only there', async (id, words) => {
    const desk = await openDesk(LOOSE);
    const before = await errorsOf(await desk.xml());
    const wrong: string[] = [];
    for (const word of words) {
      const choice = choicesFor(desk.drawn(id)).find((one) => one.word === word);
      if (!choice) throw new Error(`${word} is not offered`);
      expect(choiceOf(become(desk, desk.drawn(id), choice))?.word).toBe(word);
      const errors = (await errorsOf(await desk.xml())).filter((error) => !ASKED.has(error.split(' ')[0] ?? '') && !before.includes(error));
      wrong.push(...errors.map((error) => `${word}: ${error}`));
      desk.undoAll();
    }
    expect(wrong).toEqual([]);
    for (const other of ['step', 'fork', 'between']) {
      const offered = choicesFor((await openDesk(OPENED)).drawn(other)).map((one) => one.word);
      expect(offered.filter((one) => (words as readonly string[]).includes(one))).toEqual([]);
    }
  });

  test('in the short list is what an office wants often; everything else stands behind 更多… with a sentence', async () => {
    const desk = await openDesk(OPENED);
    for (const id of PLACES) expect(choicesFor(desk.drawn(id)).filter(({ does }) => !does).length).toBeLessThanOrEqual(9);
    desk.editor.get('popupMenu').open(desk.drawn('between'), 'bpmn-replace', { x: 0, y: 0 });
    const labels = (): readonly string[] =>
      [...document.querySelectorAll('.djs-popup .djs-popup-label')].map(({ textContent }) => textContent ?? '');
    expect(labels().at(-1)).toBe('更多…');
    expect(labels()).not.toContain('上报');
    document.querySelector<HTMLElement>('.djs-popup [data-id=more]')?.click();
    expect(labels()).toContain('上报');
    expect([...document.querySelectorAll('.djs-popup-entry-description')].length).toBe(labels().length);
  });
});
