/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { linesOf, linesOnlyIn, openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

interface Typing {
  activate(element: object): { readonly text: string } | undefined;
  update(element: object, text: string, before: string, bounds?: object): void;
}

const typing = (desk: Desk): Typing => desk.editor.get<Typing>('labelEditingProvider');

/** What is written on or beside an element. */
const written = (desk: Desk, id: string): string => {
  const element = desk.drawn(id);
  const graphics = desk.editor.get('elementRegistry').getGraphics(element.label ?? element);
  return graphics?.querySelector('.djs-label')?.textContent ?? '';
};

describe('Names on the canvas', () => {
  test('are the Chinese in Chinese and the English in English: on steps, branches, arrows, lanes and pools', async () => {
    const chinese = await openDesk(documents);
    const english = await openDesk(documents, 'en');
    expect(['in_propose', 'in_secret', 'in_secret_to_propose', 'pool_incoming'].map((id) => written(chinese, id))).toEqual([
      '收文拟办',
      '涉密？',
      '不涉密',
      '电子公文处理·收文',
    ]);
    expect(
      ['in_propose', 'in_secret', 'in_secret_to_propose', 'pool_incoming'].map((id) => written(english, id).replaceAll(' ', '')),
    ).toEqual(['Proposehandling', 'Classified?', 'Notclassified', 'Electronicdocuments,incoming']);
  });

  test('are borrowed from the Chinese, and look so, where there is no English', async () => {
    const desk = await openDesk(documents.replace('<gc:name lang="en">Propose handling</gc:name>', ''), 'en');
    expect(written(desk, 'in_propose')).toBe('收文拟办');
    expect(desk.editor.get('elementRegistry').getGraphics(desk.drawn('in_propose'))?.querySelector('.gc-borrowed')).not.toBeNull();
    expect(typing(desk).activate(desk.drawn('in_propose'))?.text).toBe('');
  });

  test('change nothing in the file by being looked at in English', async () => {
    const [chinese, english] = [await openDesk(documents), await openDesk(documents, 'en')];
    expect(await english.xml()).toBe(await chinese.xml());
  });
});

describe('Typing a name in English', () => {
  test('leaves the Chinese as it was, its place too, and is undone in one step', async () => {
    const desk = await openDesk(documents, 'en');
    const before = await desk.xml();
    for (const id of ['in_secret', 'in_propose', 'in_secret_to_propose']) {
      const [step] = [desk.drawn(id)];
      const shown = typing(desk).activate(step)?.text ?? '';
      typing(desk).update(step, `${shown} or whatever else it may be`, shown);
    }
    const after = await desk.xml();
    expect(linesOnlyIn(before, after)).toEqual([
      '<gc:name lang="en">Classified?</gc:name>',
      '<gc:name lang="en">Not classified</gc:name>',
      '<gc:name lang="en">Propose handling</gc:name>',
    ]);
    expect(linesOnlyIn(after, before).every((line) => line.includes('or whatever else it may be</gc:name>'))).toBe(true);
    expect(desk.undoAll()).toBe(3);
    expect(linesOf(await desk.xml())).toEqual(linesOf(before));
  });

  test('names an arrow that had no name in any language, and it shows at once', async () => {
    const desk = await openDesk(documents, 'en');
    const arrow = desk.drawn('in_register_to_secret');
    expect(arrow.label).toBeUndefined();
    typing(desk).update(arrow, 'Registered', '');
    expect(written(desk, 'in_register_to_secret')).toBe('Registered');
    expect(arrow.businessObject.get('name')).toBeUndefined();
    expect(written(await openDesk(await desk.xml(), 'en'), 'in_register_to_secret')).toBe('Registered');
    typing(desk).update(arrow, '', 'Registered');
    expect(arrow.label).toBeFalsy();
  });

  test('and emptying it shows the Chinese again', async () => {
    const desk = await openDesk(documents, 'en');
    typing(desk).update(desk.drawn('in_secret'), '', 'Classified?');
    expect(written(desk, 'in_secret')).toBe('涉密？');
  });
});

describe('Typing a name in Chinese', () => {
  test('leaves the English as it was', async () => {
    const desk = await openDesk(documents);
    const before = await desk.xml();
    typing(desk).update(desk.drawn('in_propose'), '拟办', '收文拟办');
    // The empty label is bpmn-js's own.
    expect(linesOnlyIn(await desk.xml(), before)).toEqual(['<bpmn:userTask id="in_propose" name="拟办">', '<bpmndi:BPMNLabel />']);
  });
});

describe('A label outside of its element', () => {
  test('cannot be deleted in English, as its Chinese would go', async () => {
    const desk = await openDesk(documents, 'en');
    const allowed = desk.editor.get<{ allowed(action: string, context: object): unknown }>('rules');
    expect(allowed.allowed('elements.delete', { elements: [desk.drawn('in_secret').label] })).toEqual([]);
  });

  test('that is moved moves in the file by as much, whatever the language', async () => {
    const desk = await openDesk(documents, 'en');
    const label = desk.drawn('in_secret').label;
    desk.editor.get<{ moveShape(shape: unknown, by: object): void }>('modeling').moveShape(label, { x: 7, y: 11 });
    expect(linesOnlyIn(await desk.xml(), documents.replaceAll('&quot;', '&#34;'))).toContain(
      '<dc:Bounds x="457" y="521" width="74" height="14" />',
    );
  });
});

describe('Finding on the drawing', () => {
  test('goes by the names that are shown', async () => {
    const finding = (desk: Desk) =>
      desk.editor.get<{ find(pattern: string): readonly { readonly element: { readonly id: string } }[] }>('bpmnSearch');
    const [chinese, english] = [await openDesk(documents), await openDesk(documents, 'en')];
    expect(
      finding(chinese)
        .find('拟办')
        .map(({ element }) => element.id),
    ).toContain('in_propose');
    expect(
      finding(english)
        .find('Propose')
        .map(({ element }) => element.id),
    ).toContain('in_propose');
    expect(finding(english).find('拟办')).toEqual([]);
  });
});

describe('Words given to an arrow', () => {
  const wayDown = async (): Promise<Desk> => {
    const desk = await openDesk(documents);
    const branch = desk.drawn('in_secret');
    const [down, level] = [branch.y + branch.height + 150, branch.x + 200];
    const modeling = desk.editor.get('modeling');
    const waypoints = [
      { x: branch.x + branch.width / 2, y: branch.y + branch.height },
      { x: branch.x + branch.width / 2, y: down },
      { x: level, y: down },
    ];
    modeling.connect(branch, desk.drawn('in_propose'), { type: 'bpmn:SequenceFlow', id: 'down', waypoints });
    return desk;
  };

  test('stand right of where it runs down, over its level piece: nothing runs through them', async () => {
    const desk = await wayDown();
    const arrow = desk.drawn('down');
    typing(desk).update(arrow, '天数 大于 3', '');
    const [start, corner] = arrow.waypoints ?? [];
    const { label } = arrow;
    if (!label || !start || !corner) throw new Error('no words');
    expect(label.x).toBeGreaterThan(start.x);
    expect(label.y + label.height).toBeLessThan(corner.y);
    expect(desk.undoAll()).toBe(2);
  });
});
