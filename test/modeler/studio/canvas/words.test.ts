/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { en as ourEnglish } from '../../../../packages/modeler/src/studio/canvas/words/en.ts';
import { readerSaid } from '../../../../packages/modeler/src/studio/canvas/words/readerSaid.ts';
import { en } from '../../../../packages/modeler/src/studio/canvas/words/templates/en.ts';
import { zh } from '../../../../packages/modeler/src/studio/canvas/words/templates/zh.ts';
import { zh as ourChinese } from '../../../../packages/modeler/src/studio/canvas/words/zh.ts';
import { openDesk, shipped } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

/** Parts of bpmn-js in whose place stand our own, which say nothing through `translate`; by the service that we replace. */
const REPLACED: { readonly [file: string]: string } = {
  'ContextPadProvider.js': 'contextPadProvider',
  'PaletteProvider.js': 'paletteProvider',
  'ReplaceMenuProvider.js': 'replaceMenuProvider',
  'AlignElementsContextPadProvider.js': 'alignElementsContextPadProvider',
};

/** An example in a comment, and SVG's own `translate`. */
const NEVER_SAID = new Set(['HELLO {you}', ' + shift + ', ' + x + ']);

function templatesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.js') && !REPLACED[entry.name],
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8');
    const literal = [...text.matchAll(/translate\(\s*'((?:[^'\\]|\\.)*)'\s*[,)]/g)].map(([, template = '']) => template);
    const constants = [...text.matchAll(/translate\(\s*([A-Z_]{3,})\s*\)/g)].map(([, name = '']) => constantIn(text, name));
    return [...literal, ...constants];
  });
}

const constantIn = (text: string, name: string): string => new RegExp(`${name} = '([^']*)'`).exec(text)?.[1] ?? name;

const templates = ['bpmn-js/lib', 'diagram-js/lib', 'diagram-js-minimap/dist', 'diagram-js-direct-editing/lib']
  .flatMap((folder) => templatesIn(join(process.cwd(), 'node_modules', folder)))
  .filter((template) => !NEVER_SAID.has(template));

describe('What bpmn-js says', () => {
  test('is found in its sources', () => {
    expect(templates).toEqual(
      expect.arrayContaining([
        'Open minimap',
        'Search in diagram',
        'Open {element}',
        'flow elements must be children of pools/participants',
      ]),
    );
  });

  test('is said in Chinese and in the office’s English', () => {
    expect(templates.filter((template) => zh[template] === undefined)).toEqual([]);
    expect(templates.filter((template) => en[template] === undefined)).toEqual([]);
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test('speaks no BPMN in English, and only Chinese in Chinese', () => {
    for (const words of [...Object.values(en), ...Object.values(ourEnglish)])
      expect(words.replaceAll(/\{\w+\}/g, '')).not.toMatch(/gateway|sub-?process|participant|element|event|task/i);
    // keys are called as they are written on the keyboard
    const { byKeys, connectFrom, ...others } = ourChinese;
    expect(`${byKeys}${connectFrom}`.replaceAll(/Shift F10|Ctrl F|Esc|[cjkn]/g, '')).not.toMatch(/[A-Za-z]/);
    for (const words of [...Object.values(zh), ...Object.values(others)]) expect(words.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[A-Za-z]/);
  });

  test.each(['zh', 'en'] as const)('is known by the time the editor stands, with every pad and menu open (%s)', async (language) => {
    const desk = await openDesk(documents, language);
    const pad = desk.editor.get<{ getEntries(target: unknown): { readonly [id: string]: unknown } }>('contextPad');
    const menu = desk.editor.get<{ isEmpty(target: unknown, id: string): boolean }>('popupMenu');
    const all = desk.editor.get('elementRegistry').filter(({ parent }) => parent !== undefined);
    for (const element of all) expect(Object.keys(pad.getEntries(element))).not.toEqual([]);
    const pair = ['in_register', 'in_propose', 'in_instruct'].map((id) => desk.drawn(id));
    expect(Object.keys(pad.getEntries(pair))).toEqual(['align', 'remove']);
    expect(menu.isEmpty(pair, 'align-elements')).toBe(false);
    expect(desk.said.length).toBeGreaterThan(0);
    expect(desk.said.filter(({ known }) => !known)).toEqual([]);
  });

  test('about the parts that we replaced is not said any more', async () => {
    const desk = await openDesk(documents);
    for (const service of Object.values(REPLACED)) {
      const ours = desk.editor.get<object | null>(service);
      expect([null, 'OfficePalette', 'OfficePad', 'ReplaceMenu']).toContain(ours === null ? null : ours.constructor.name);
    }
  });
});

describe('What the reader says of a file', () => {
  test.each([
    ['no diagram to display', '文件里没有可以显示的图。'],
    ['unresolved reference <gone>', '文件提到“gone”，但文件里没有它。'],
    ['missing <bpmn:BoundaryEvent id="late" />#attachedToRef', '“late”没有写明贴在哪个步骤上，图上不显示。'],
    [
      'element <bpmn:UserTask id="b" /> referenced by <bpmn:SequenceFlow id="a_to_b" />#targetRef not yet drawn',
      '“a_to_b”连到的“b”没有画出来。',
    ],
    ['unparsable content <x> detected\n\tline: 11\n\tcolumn: 2\n\tnested error: missing close tag', '第 12 行读不懂。'],
    ['something new', '文件里有一处读不懂（something new）。'],
  ])('%s', (message, chinese) => {
    expect(readerSaid(message, 'zh')).toBe(chinese);
    expect(readerSaid(message, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
