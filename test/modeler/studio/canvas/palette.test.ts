/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { openDesk, shipped } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

const tile = (action: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`.djs-palette [data-action="${action}"]`);
  if (!found) throw new Error(`the palette has no ${action}`);
  return found;
};

describe('The palette', () => {
  test('says in words what can be placed, the seldom behind 更多', async () => {
    await openDesk(documents);
    const words = (group: string) =>
      [...document.querySelectorAll(`.djs-palette [data-group=${group}] .gc-tile`)].map(({ textContent }) => textContent);
    expect(words('tools')).toEqual(['选择', '移动画布', '框选', '留白', '连线']);
    expect(words('often')).toEqual(['开始', '办理步骤', '会签', '分支', '并行', '时限', '等待来文', '调用流程', '结束']);
    expect(words('seldom')).toEqual([
      '子流程',
      '遇事才办',
      '自动步骤',
      '发出消息',
      '线下步骤',
      '等一段时间',
      '参与方',
      '文字说明',
      '岗位泳道',
    ]);
    const palette = document.querySelector('.djs-palette');
    tile('more').click();
    expect(palette?.classList.contains('gc-more-open')).toBe(true);
    expect(tile('more').getAttribute('aria-expanded')).toBe('true');
    tile('more').click();
    expect(palette?.classList.contains('gc-more-open')).toBe(false);
  });

  test('is used by keys as well', async () => {
    await openDesk(documents);
    for (const key of ['Enter', ' ']) tile('more').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    tile('more').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(tile('more').getAttribute('aria-expanded')).toBe('true');
  });

  test('puts a time limit onto the step that is chosen', async () => {
    const desk = await openDesk(documents);
    desk.editor.get('selection').select(desk.drawn('in_propose'));
    tile('create.limit').click();
    expect(desk.drawn('in_propose').attachers?.length).toBe(1);
  });

  test('adds a lane to the pool that is chosen', async () => {
    const desk = await openDesk(documents);
    const lanes = () => desk.editor.get('elementRegistry').filter(({ type }) => type === 'bpmn:Lane').length;
    const before = lanes();
    desk.editor.get('selection').select(desk.drawn('out_draft'));
    tile('create.lane').click();
    expect(lanes()).toBe(before + 1);
    const [lane] = desk.editor.get('selection').get();
    expect(lane?.parent?.id).toBe('pool_outgoing');
    expect(lane?.id).toMatch(/^lane_/);
    expect(desk.undoAll()).toBe(1);
  });
});
