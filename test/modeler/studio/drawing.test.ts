/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inReadersWords } from '../../../packages/modeler/src/studio/named.ts';
import { outlineOf } from '../../../packages/modeler/src/studio/outline.ts';
import { sketchOf } from '../../../packages/modeler/src/studio/sketch.ts';
import { windowOnto } from '../../../packages/modeler/src/studio/window.ts';

const read = (file: string): string => readFileSync(join(process.cwd(), 'processes', file), 'utf8');
const documents = read('04-electronic-documents.bpmn');
const seal = read('06-seal-use.bpmn');

describe('A diagram in the reader’s words', () => {
  test('is the file itself in Chinese', () => {
    expect(inReadersWords(documents, 'zh')).toBe(documents);
  });

  test('carries the English names in English, those of steps, lanes, pools and arrows alike', () => {
    const english = inReadersWords(documents, 'en');
    for (const name of ['name="Register"', 'name="Bureau leader"', 'name="Electronic documents, incoming"', 'name="Not classified"'])
      expect(english).toContain(name);
    expect(english).not.toContain('name="收文登记"');
  });

  test('leaves the file as it was for the next reader', () => {
    inReadersWords(documents, 'en');
    expect(outlineOf(documents, 'incoming-document')[0]?.name.zh).toBe('收文');
  });
});

describe('A flow as an outline', () => {
  const outline = outlineOf(documents, 'incoming-document');
  const entry = (element: string) => outline.find((one) => one.element === element);

  test('has its own steps only, with the lane of each', () => {
    expect(outline.some((one) => one.element === 'out_draft')).toBe(false);
    expect(entry('in_propose')).toMatchObject({
      name: { zh: '收文拟办', en: 'Propose handling' },
      lane: { zh: '办公室领导' },
      type: 'userTask',
    });
  });

  test('tells where a branch goes, with the words on its arrows', () => {
    expect(entry('in_kind')?.next.map((next) => [next.when?.zh, next.name.zh])).toEqual([
      ['办件', '转相关处室承办'],
      ['阅件', '安排传阅'],
    ]);
  });

  test('knows what stands inside a part, and which flow is called', () => {
    expect(entry('in_handle')?.inside).toBe('in_handling');
    expect(entry('in_handle')?.lane?.zh).toBe('相关处室');
    expect(entry('in_outgoing')?.calls).toBe('outgoing-document');
  });

  test('counts no event definition as a step', () => {
    expect(outline.filter((one) => one.type.endsWith('Definition'))).toEqual([]);
  });

  test('of an unknown flow is empty', () => {
    expect(outlineOf(documents, 'nobody')).toEqual([]);
  });
});

describe('A flow as a small picture', () => {
  test('shows its own pool of a file with several', () => {
    const [incoming, outgoing] = [sketchOf(documents, 'incoming-document'), sketchOf(documents, 'outgoing-document')];
    expect(incoming?.box).toMatchObject({ y: 180, height: 980 });
    expect(outgoing?.box).toMatchObject({ y: 1340, height: 830 });
    expect(incoming?.shapes.map((shape) => shape.id)).toContain('in_register');
    expect(incoming?.shapes.map((shape) => shape.id)).not.toContain('out_draft');
  });

  test('draws every step, gateway and event as what it is', () => {
    const shapes = new Map(sketchOf(documents, 'incoming-document')?.shapes.map((shape) => [shape.id, shape.kind]));
    expect([
      shapes.get('in_register'),
      shapes.get('in_kind'),
      shapes.get('in_start'),
      shapes.get('in_handling'),
      shapes.get('in_lane_leader'),
    ]).toEqual(['step', 'gateway', 'event', 'frame', 'lane']);
  });

  test('draws as many arrows as stay inside', () => {
    const steps = outlineOf(seal, 'seal-use').flatMap((entry) => entry.next).length;
    expect(sketchOf(seal, 'seal-use')?.lines).toHaveLength(steps);
  });
});

describe('The window onto a diagram', () => {
  const process = { x: 160, y: 180, width: 1860, height: 980 };

  test('shows the whole width where that can be read', () => {
    const shown = windowOnto(process, { width: 1340, height: 460 }, []);
    expect([shown.x, Math.round(shown.width)]).toEqual([144, 1892]);
    expect(shown.y).toBe(164);
  });

  test('stays readable on a phone, around what matters now', () => {
    const place = { x: 880, y: 800, width: 100, height: 80 };
    const shown = windowOnto(process, { width: 340, height: 400 }, [place]);
    expect(340 / shown.width).toBeCloseTo(0.62);
    expect(shown.x).toBeLessThan(place.x);
    expect(shown.x + shown.width).toBeGreaterThan(place.x + place.width);
  });

  test('never runs beyond the process, and never shows more than life-size', () => {
    const corner = windowOnto(process, { width: 1340, height: 460 }, [{ x: 1900, y: 1100, width: 100, height: 80 }]);
    expect(corner.y + corner.height).toBeCloseTo(180 + 980 + 16 + 56);
    expect(windowOnto({ x: 0, y: 0, width: 300, height: 200 }, { width: 1340, height: 460 }, []).width).toBe(1340);
  });
});
