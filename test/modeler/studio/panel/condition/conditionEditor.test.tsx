/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ConditionEditor } from '../../../../../packages/modeler/src/studio/panel/condition/conditionEditor.tsx';
import type { Subject } from '../../../../../packages/modeler/src/studio/condition/subject.ts';
import '../../../../../packages/modeler/src/words/i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, TextDecoder, TextEncoder });
globalThis.matchMedia ??= (() => ({ matches: false, addListener() {}, removeListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** antd's lists wait for a message to themselves, which jsdom does not bring. */
globalThis.MessageChannel ??= class {
  readonly port1 = { onmessage: () => {} };
  readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage()) };
} as unknown as typeof MessageChannel;

// jsdom complains about pseudo elements, which antd measures.
const computed = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => computed(element);

const SUBJECTS: readonly Subject[] = [
  {
    key: 'result',
    name: { zh: '复核结果' },
    type: 'decision',
    options: [
      { value: 'pass', name: { zh: '通过' } },
      { value: 'fail', name: { zh: '不通过' } },
    ],
    each: false,
  },
  { key: 'copies', name: { zh: '份数' }, type: 'number', options: [], each: false },
];

let root: Root;
let told: string[] = [];
/** What stands in the diagram: the editor is shown it again after each change, as in the panel. */
let feel = '';

const show = (): Promise<void> =>
  act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <ConditionEditor
          feel={feel}
          subjects={SUBJECTS}
          put={(next) => {
            told.push(next);
            feel = next;
          }}
        />
      </QueryClientProvider>,
    ),
  );

const begin = (text: string): Promise<void> => {
  feel = text;
  return show();
};

const buttons = (): readonly HTMLButtonElement[] => [...document.querySelectorAll('button')];
const press = async (name: string): Promise<void> => {
  const button = buttons().find((one) => (one.getAttribute('aria-label') ?? one.textContent?.replaceAll(' ', '')) === name);
  if (!button)
    throw new Error(
      `no ${name}: ${buttons()
        .map((one) => one.textContent)
        .join()}`,
    );
  await act(async () => button.click());
  await show();
};
const write = (words: string): Promise<void> =>
  act(async () => {
    const box = document.querySelector('textarea');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, words);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const until = async (seen: () => boolean): Promise<void> => {
  while (!seen()) await act(async () => new Promise((done) => setTimeout(done, 5)));
};

beforeEach(() => {
  told = [];
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('A condition that was clicked together', () => {
  test('is shown line by line, and a line less is told at once', async () => {
    await begin('result = "pass" and (copies != null and copies > 3)');
    expect(document.body.textContent).toContain('复核结果');
    expect(document.body.textContent).toContain('大于');
    await press('删除第 2 个条件');
    expect(told).toEqual(['result = "pass"']);
  });

  test('is not told while a line lacks something; the diagram keeps what it had', async () => {
    await begin('result = "pass"');
    await press('再加一个条件');
    expect(told).toEqual([]);
    expect(document.querySelectorAll('.gc-cond-line')).toHaveLength(2);
  });

  test('shows what undo brought back instead of what was not finished', async () => {
    await begin('result = "pass"');
    await press('再加一个条件');
    await begin('result = "fail"');
    expect(document.querySelectorAll('.gc-cond-line')).toHaveLength(1);
    expect(document.body.textContent).toContain('不通过');
  });
});

describe('A condition of two levels', () => {
  const TWO = '(result = "pass" and (copies != null and copies > 3)) or (result != "pass" and copies = null)';

  test('is shown group by group, and a line less in one of them leaves the other as it is', async () => {
    await begin(TWO);
    expect(document.querySelectorAll('.gc-cond-group')).toHaveLength(2);
    expect(document.querySelector('[role=radiogroup]')?.textContent).toBe('每组都要满足满足一组即可');
    await press('删除第 2 个条件');
    expect(told).toEqual(['(result = "pass") or (result != "pass" and copies = null)']);
  });

  test('is joined by the other word when that is chosen', async () => {
    await begin(TWO);
    const all = [...document.querySelectorAll<HTMLElement>('label')].find(({ textContent }) => textContent === '每组都要满足');
    await act(async () => all?.querySelector('input')?.click());
    expect(told).toEqual([TWO.replace(') or (', ') and (')]);
  });
});

describe('A condition that cannot be clicked', () => {
  test('is shown as it stands, markup and all as text', async () => {
    await begin('upper case(title) = "<img src=x>"');
    expect(document.body.textContent).toContain('upper case(title) = "<img src=x>"');
    expect(document.querySelector('img')).toBeNull();
  });

  test('is said in words where its shape is known but its field is gone', async () => {
    await begin('gone > 3');
    expect(document.querySelector('.gc-cond-words')?.textContent).toBe('gone 大于 3');
  });

  test('gives way to clicking when that is chosen', async () => {
    await begin('copies + 1 > 3');
    await press('改用点选');
    expect(told).toEqual(['']);
    expect(document.body.textContent).toContain('选择字段或办理结果');
  });
});

describe('A condition written as text', () => {
  test('that is refused stays in its box with the reason, and is not told', async () => {
    await begin('result = "pass"');
    await press('高级');
    await write('copies >');
    await press('用这段文字');
    await until(() => document.querySelector('[role="alert"]') !== null);
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('表达式“copies >”写得不对');
    expect(document.querySelector('textarea')?.value).toBe('copies >');
    expect(told).toEqual([]);
    await press('取消');
    expect(document.body.textContent).toContain('复核结果');
  });

  test('that can be read is told without its leading =', async () => {
    await begin('');
    await press('高级');
    await write('= copies + 1 > 3');
    await press('用这段文字');
    await until(() => told.length > 0);
    expect(told).toEqual(['copies + 1 > 3']);
  });
});

describe('A second group of conditions', () => {
  const TWO = 'result = "pass" and (copies != null and copies > 3)';
  const choose = async (label: string, option: string): Promise<void> => {
    const boxes = [...document.querySelectorAll<HTMLElement>(`[aria-label="${label}"]`)];
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    await act(async () => void boxes.at(-1)?.dispatchEvent(down));
    const offered = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')].filter((one) => one.textContent === option);
    await act(async () => offered.at(-1)?.click());
    await show();
  };

  test('is begun by clicking once there are several lines, and told when it is whole, joined by the other word', async () => {
    await begin('result = "pass"');
    expect(buttons().some((one) => one.textContent === '再加一组条件')).toBe(false);
    await begin(TWO);
    await press('再加一组条件');
    expect(document.body.textContent).toContain('第 2 组');
    expect(told).toEqual([]);
    await choose('第 1 个条件问什么', '复核结果');
    expect(told).toEqual([`(${TWO}) or (result = "pass")`]);
    expect(document.querySelectorAll('fieldset')).toHaveLength(2);
  });

  test('stays begun while the first is changed, and is given up by a click', async () => {
    await begin(TWO);
    await press('再加一组条件');
    await press('删除第 2 个条件');
    expect(told).toEqual(['result = "pass"']);
    expect(document.querySelectorAll('fieldset')).toHaveLength(2);
    await press('不分组');
    expect(document.querySelectorAll('fieldset')).toHaveLength(0);
  });

  test('taken away leaves what the other says', async () => {
    await begin(`(${TWO}) or (result = "fail" and copies = 1)`);
    await press('删除第 1 组');
    expect(told).toEqual(['result = "fail" and copies = 1']);
    expect(document.querySelectorAll('fieldset')).toHaveLength(0);
  });
});
