/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Problem } from '../../../../packages/runtime/src/checking.ts';
import { nameIn, putName, putWords, wordsOf } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { Panel } from '../../../../packages/modeler/src/studio/panel/panel.tsx';
import { plainOf } from '../../../../packages/modeler/src/studio/file/plain.ts';
import { AROUND, documents, openDesk, sealUse, small, type Desk } from './desk.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
globalThis.matchMedia ??= (() => ({ matches: false, addListener() {}, removeListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// jsdom has none of its own; the vocabulary is plain JSON.
globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value)) as unknown) as typeof structuredClone;

// jsdom has no view to scroll into: what was asked to come there is remembered.
const cameIntoView = jest.fn<(text: string | null) => void>();
Element.prototype.scrollIntoView = function scrollIntoView() {
  cameIntoView(this.textContent);
};

// jsdom complains about pseudo elements, which antd measures.
const computed = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => computed(element);

const queries = new QueryClient();
let root: Root;
let desk: Desk;

let flow = '';
const show = async (opened: Desk, selected: string | null, problems: readonly Problem[] = []): Promise<void> => {
  desk = opened;
  await act(async () => {
    desk.select(selected);
    root.render(
      <QueryClientProvider client={queries}>
        <Panel modeler={desk} flow={flow} around={AROUND} problems={problems} />
      </QueryClientProvider>,
    );
  });
};

const panel = (): HTMLElement => document.querySelector<HTMLElement>('.gc-panel') ?? document.body;
const labelled = (label: string): HTMLInputElement => {
  const found = [...panel().querySelectorAll('label')].find((one) => one.textContent === label);
  const control = found && document.getElementById(found.htmlFor);
  if (!control) throw new Error(`nothing is called ${label}: ${panel().textContent}`);
  return control as HTMLInputElement;
};
const button = (words: string): HTMLElement => {
  const found = [...panel().querySelectorAll<HTMLElement>('button, label.ant-radio-wrapper, label.ant-checkbox-wrapper')].find((one) =>
    one.textContent?.includes(words),
  );
  if (!found) throw new Error(`no ${words}: ${panel().textContent}`);
  return found;
};
const press = (words: string): Promise<void> => act(async () => button(words).click());
const tick = (words: string): Promise<void> => act(async () => button(words).querySelector('input')?.click());
const type = (label: string, words: string): Promise<void> =>
  act(async () => {
    const control = labelled(label);
    const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    control.focus();
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, words);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
const leave = (label: string): Promise<void> => act(async () => labelled(label).blur());
const rest = (milliseconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const nameNow = (id: string): string => nameIn(desk.drawn(id), 'zh');

beforeEach(() => {
  // antd measures its growing text boxes, which have no height here
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.useFakeTimers({ now: new Date('2026-11-24T02:32:00Z'), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  jest.useRealTimers();
});

test('given a file with two flows of which the second was opened, when nothing is selected, then the questions are those of the second', async () => {
  flow = 'outgoing-document';
  await show(await documents(), null);
  flow = '';
  expect(panel().querySelector('h2')?.textContent).toContain('电子公文处理·发文');
});

describe('What is typed', () => {
  test('is in the file when the field is left, as one step, with blanks around it cut off', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', ' 收文 <b>登记</b> ');
    expect(nameNow('in_register')).toBe('收文登记');
    await leave('中文名称');
    expect([nameNow('in_register'), desk.steps()]).toEqual(['收文 <b>登记</b>', 1]);
    expect(panel().querySelector('h2')?.textContent).toContain('收文 <b>登记</b>');
    expect(panel().querySelector('h2 b')).toBeNull();
  });

  test('is in the file after a pause, and however many pauses there were, one undo takes it back', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '复');
    await rest(1000);
    expect(nameNow('in_register')).toBe('复');
    await type('中文名称', '复核');
    await rest(1000);
    await type('中文名称', '复核来文');
    await leave('中文名称');
    expect([nameNow('in_register'), desk.steps()]).toEqual(['复核来文', 1]);
    await act(async () => desk.undo());
    expect([nameNow('in_register'), labelled('中文名称').value]).toEqual(['收文登记', '收文登记']);
  });

  test('is two steps where something else was changed in between', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '复');
    await rest(1000);
    await act(async () => putName(desk, desk.drawn('in_propose'), { language: 'zh', text: '拟办' }));
    await type('中文名称', '复核');
    await leave('中文名称');
    expect([nameNow('in_register'), nameNow('in_propose'), desk.steps()]).toEqual(['复核', '拟办', 3]);
  });

  test('is never replaced under the hands, whatever happens on the canvas', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '正在写');
    await act(async () => putName(desk, desk.drawn('in_register'), { language: 'zh', text: '别处改的' }));
    expect(labelled('中文名称').value).toBe('正在写');
    await leave('中文名称');
    expect(nameNow('in_register')).toBe('正在写');
  });

  test('is written when the next thing is clicked on the canvas, though the field was not left', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '登记');
    await act(async () => desk.select('in_propose'));
    expect([nameNow('in_register'), nameNow('in_propose'), labelled('中文名称').value]).toEqual(['登记', '收文拟办', '收文拟办']);
  });

  test('is not written to what was deleted meanwhile', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '登记');
    await act(async () => desk.remove('in_register'));
    expect(desk.steps()).toBe(0);
  });

  test('stays in the field with its reason where it is refused, and is not written', async () => {
    await show(await documents(), 'in_h_wait');
    await type('多少', '三');
    await leave('多少');
    expect(labelled('多少').value).toBe('三');
    expect(panel().querySelector('[role=alert]')?.textContent).toBe('请填 0 至 9999 的整数');
    expect(desk.steps()).toBe(0);
    await type('多少', '5');
    await leave('多少');
    expect(desk.steps()).toBe(1);
    expect(panel().querySelector('[role=alert]')).toBeNull();
  });
});

describe('A question', () => {
  test('that is folded says its answer, and unfolded its controls', async () => {
    await show(await documents(), 'in_propose');
    const how = button('怎么办');
    expect(how.textContent).toBe('怎么办待办 · 可退回、转办、征求意见、撤回');
    await press('怎么办');
    expect(how.getAttribute('aria-expanded')).toBe('true');
    await tick('催办');
    expect(wordsOf(desk.drawn('in_propose'), 'gc:Handling').map(plainOf)).toEqual([
      { operations: 'return reassign consult withdraw urge', withdrawUntil: 'taken' },
    ]);
  });

  test('stays unfolded while one goes from step to step', async () => {
    await show(await documents(), 'in_propose');
    await press('怎么办');
    await act(async () => desk.select('in_register'));
    expect(button('怎么办').getAttribute('aria-expanded')).toBe('true');
  });

  test('about who does it tells whose lane it is, and warns of a post that nobody holds', async () => {
    await show(await small(''), 'step');
    expect(panel().textContent).toContain('请指定由谁来办，或给泳道指定岗位。');
    await act(async () => putWords(desk, desk.drawn('lane'), { word: 'gc:Post', to: [{ key: 'registry' }] }));
    expect(panel().textContent).toContain('按泳道：文书室');
    await act(async () => putWords(desk, desk.drawn('lane'), { word: 'gc:Post', to: [{ key: 'archivist' }] }));
    expect(panel().textContent).toContain('这个岗位现在没有人');
  });

  test('about several answers takes what is typed into its last line as one more', async () => {
    await show(await small(''), 'step');
    await press('怎么办');
    await type('加一条核对要点', '附件齐全');
    await leave('加一条核对要点');
    await type('加一条核对要点', '没有密级');
    await leave('加一条核对要点');
    expect(wordsOf(desk.drawn('step'), 'gc:Check').map(plainOf)).toEqual([{ name: '附件齐全' }, { name: '没有密级' }]);
    expect(labelled('加一条核对要点').value).toBe('');
  });
});

const PLAIN = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><bpmn:process id="p"><bpmn:task id="task" /></bpmn:process></bpmn:definitions>`;

describe('A called flow of another file', () => {
  test('has its fields picked, not typed, and called by their names', async () => {
    await show(await documents(), 'out_seal');
    const lines = [...panel().querySelectorAll('.gc-one-head > button:first-child')].map((one) => one.textContent);
    expect(lines).toContainEqual(expect.stringMatching(/→ 用印类别$/));
    await press('→ 用印类别');
    expect(panel().textContent).toContain('到那边叫用印类别');
    expect(panel().textContent).not.toContain('那边用的标识');
  });
});

describe('A step of no kind', () => {
  test('says that a case passes it at once, and becomes one that somebody does from there', async () => {
    const become = jest.fn<(target: unknown) => void>();
    await show(await openDesk(PLAIN), 'task');
    expect(panel().textContent).toContain('这一步没有办理方式：不等任何人，会直接经过。');
    expect([...panel().querySelectorAll('.gc-ask-title')].map((one) => one.textContent)).toEqual(['说明']);
    desk
      .get<{ register(name: string, handler: object): void }>('commandStack')
      .register('office.become', { preExecute: ({ target }: { readonly target: unknown }) => become(target) });
    await press('换成办理步骤');
    expect(become.mock.calls).toEqual([[{ type: 'bpmn:UserTask' }]]);
  });
});

describe('A time limit', () => {
  test('that counts only while something holds says so in words, and that is clicked together as of an arrow', async () => {
    await show(await sealUse(), 'check');
    expect(button('多久').textContent).toContain('只在“用印类别 是 发文用印”时计时');
    await press('多久');
    await press('发文用印时限');
    expect(panel().textContent).toContain('满足条件时才计时');
    await press('总是计时');
    const limits = wordsOf(desk.drawn('check'), 'gc:Deadline').map(plainOf);
    expect(limits.map(({ id, when }) => [id, when])).toContainEqual(['check_due_issued', undefined]);
    expect([limits.length, desk.steps()]).toEqual([2, 1]);
  });
});

describe('What is unfolded', () => {
  test('comes into view; what was unfolded from the beginning, or is folded, stays where it is', async () => {
    cameIntoView.mockClear();
    await show(await documents(), 'in_propose');
    expect(cameIntoView).not.toHaveBeenCalled();
    await press('风险与防控');
    expect(cameIntoView.mock.calls.map(([text]) => text)).toEqual([expect.stringMatching(/^风险与防控/)]);
    await press('风险与防控');
    expect(cameIntoView).toHaveBeenCalledTimes(1);
  });

  test('by being added takes the cursor: a new time limit is begun with how long, marked to be typed over', async () => {
    await show(await small(''), 'step');
    await press('多久');
    await press('加一个时限');
    const amount = labelled('多少');
    expect(document.activeElement).toBe(amount);
    expect(amount.value.slice(amount.selectionStart ?? 0, amount.selectionEnd ?? 0)).toBe('3');
    expect(cameIntoView.mock.lastCall?.[0]).toMatch(/^办理时限/);
  });

  test('by adding a field begins with its name; added, the field is one folded line, and the next can be added by keys', async () => {
    await show(await small(''), 'step');
    await press('填什么');
    await press('添加字段');
    const name = panel().querySelector<HTMLInputElement>('.gc-new-field input');
    expect(document.activeElement).toBe(name);
    await act(async () => {
      if (name) Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(name, '复核意见');
      name?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('添 加');
    expect([...panel().querySelectorAll('.gc-field')].map((one) => one.textContent)).toEqual(['复核意见文字填写只看必填']);
    expect(document.activeElement).toBe(button('添加字段'));
    expect(desk.steps()).toBe(1);
  });
});

describe('The panel', () => {
  test('says on top what is wrong with the element, in a sentence each, and nothing of others', async () => {
    const problem = (element: string, zh: string): Problem =>
      ({ rule: 'r', severity: 'error', process: 'incoming-document', element, message: { zh, en: zh } }) as unknown as Problem;
    await show(await documents(), 'in_register', [problem('in_register', '没有办理人'), problem('in_propose', '没有出路')]);
    expect([...panel().querySelectorAll('.gc-panel-problem')].map((one) => one.textContent)).toEqual(['没有办理人']);
  });

  test('asks about the flow where nothing is selected, and about which where the file has several', async () => {
    await show(await documents(), null);
    expect(panel().textContent).toContain('看哪个流程');
    expect([...panel().querySelectorAll('.gc-ask-title')].map((one) => one.textContent)).toEqual(
      expect.arrayContaining(['这是什么流程', '谁可以发起', '办件标题与编号', '编号规则', '说明']),
    );
    await press('这是什么流程');
    await type('流程名称（中文）', '收文');
    await leave('流程名称（中文）');
    expect((await desk.model()).processes[0]?.name.zh).toBe('收文');
  });

  test('says quietly that other software noted something', async () => {
    await show(await small('<bpmn:extensionElements><other:x /></bpmn:extensionElements>'), 'step');
    expect(panel().textContent).toContain('此元素带有其他软件的附加信息，会原样保留。');
  });

  test('undoes on the canvas with Ctrl Z, but not while something is just being typed', async () => {
    await show(await documents(), 'in_register');
    await type('中文名称', '登记');
    const undo = (): Promise<void> =>
      act(async () => void labelled('中文名称').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true })));
    await undo();
    await rest(1000);
    expect(nameNow('in_register')).toBe('登记');
    await undo();
    expect([nameNow('in_register'), labelled('中文名称').value]).toEqual(['收文登记', '收文登记']);
  });

  test.each([
    'in_register',
    'in_handle',
    'in_overdue',
    'in_start',
    'in_outgoing',
    'in_to_confidential',
    'in_lane_leader',
    'pool_authority',
  ])('gives every control a name, at %s', async (id) => {
    await show(await documents(), id);
    for (const closed of panel().querySelectorAll<HTMLElement>('.gc-ask [aria-expanded=false]')) await act(async () => closed.click());
    const nameless = [...panel().querySelectorAll('input, textarea, select, button')].filter(
      (one) =>
        !one.closest('label')?.textContent &&
        !one.textContent &&
        !one.getAttribute('aria-label') &&
        !(one.id && panel().querySelector(`label[for="${one.id}"]`)),
    );
    expect(nameless.map((one) => one.outerHTML)).toEqual([]);
  });
});
