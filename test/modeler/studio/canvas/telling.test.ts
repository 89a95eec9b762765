/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { isOf, type Drawn } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { insertPiece } from '../../../../packages/modeler/src/studio/canvas/insert/insertPiece.ts';
import { putName } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

const tipOn = (desk: Desk, element: Drawn): string | null | undefined =>
  desk.editor.get('elementRegistry').getGraphics(element)?.querySelector(':scope > title')?.textContent;

interface Entry {
  readonly label: string;
  readonly action: () => void;
}

/** Presses an entry of 换成…. */
function become(desk: Desk, element: Drawn, label: string): void {
  const menu = desk.editor.get<{ getPopupMenuEntries(element: Drawn): { readonly [id: string]: Entry } }>('replaceMenuProvider');
  const entry = Object.values(menu.getPopupMenuEntries(element)).find((one) => one.label === label);
  if (!entry) throw new Error(`it cannot become ${label}`);
  entry.action();
}

describe('What is drawn says what it is', () => {
  test('in the office’s word and BPMN’s, in both languages', async () => {
    const desk = await openDesk(documents);
    expect(tipOn(desk, desk.drawn('in_register'))).toBe('办理步骤 · BPMN user task');
    expect(tipOn(desk, desk.drawn('in_reply'))).toBe('分支，只走一条 · BPMN exclusive gateway');
    const english = await openDesk(documents, 'en');
    expect(tipOn(english, english.drawn('in_register'))).toBe('A step somebody does · BPMN user task');
  });

  test('also where it is new, without hiding a name that changes, and anew when it becomes something else', async () => {
    const desk = await openDesk(documents);
    const step = desk.drawn('in_register');
    putName(desk.editor as never, step as never, { language: 'zh', text: '登记入册' });
    expect(desk.editor.get('elementRegistry').getGraphics(step)?.querySelector('text')?.textContent).toBe('登记入册');
    const gateway = insertPiece(desk.editor, 'parallel', { on: desk.drawn('in_register_to_secret') });
    expect(tipOn(desk, gateway)).toBe('并行，同时走 · BPMN parallel gateway');
    become(desk, gateway, '看先等到什么');
    expect(tipOn(desk, desk.drawn(gateway.id))).toMatch(/event based gateway/);
  });
});

describe('A start that is begun by mail and becomes a timed one', () => {
  test('says that its message arrow is gone, and undo brings it back', async () => {
    const desk = await openDesk(documents);
    const isBegunByMail = (one: Drawn): boolean =>
      isOf(one, 'bpmn:StartEvent') && !one.labelTarget && one.incoming.some((arrow) => isOf(arrow, 'bpmn:MessageFlow'));
    const start = desk.editor.get('elementRegistry').find(isBegunByMail);
    if (!start) throw new Error('no start is begun by mail');
    become(desk, start, '到时自动开始');
    expect(document.body.textContent).toContain('它的来往箭头已去掉');
    expect(desk.drawn(start.id).incoming).toEqual([]);
    desk.undoAll();
    expect(desk.drawn(start.id).incoming.length).toBe(1);
  });
});

describe('An arrow from something to itself', () => {
  test('is refused, between any two others it is not', async () => {
    const desk = await openDesk(documents);
    const rules = desk.editor.get<{ allowed(rule: string, context: object): unknown }>('rules');
    const [step, other] = [desk.drawn('in_register'), desk.drawn('in_secret')];
    expect(rules.allowed('connection.create', { source: step, target: step })).toBe(false);
    expect(rules.allowed('connection.create', { source: step, target: other })).toEqual({ type: 'bpmn:SequenceFlow' });
    const arrow = desk.drawn('in_register_to_secret');
    expect(rules.allowed('connection.reconnect', { connection: arrow, source: step, target: step })).toBe(false);
  });
});
