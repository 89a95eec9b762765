/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Element } from '../../../../packages/runtime/src/diagram/model.ts';
import { putShared, sharedNames, sharedOf, definitionsAt } from '../../../../packages/modeler/src/studio/panel/event/shared.ts';
import { putBehavior, putSignalEach } from '../../../../packages/modeler/src/studio/panel/many/behavior.ts';
import { enoughOf, manyOf, putEnough } from '../../../../packages/modeler/src/studio/panel/many/many.ts';
import { Panel } from '../../../../packages/modeler/src/studio/panel/panel.tsx';
import { putRepeating } from '../../../../packages/modeler/src/studio/panel/repeat/loop.ts';
import { AROUND, openDesk, type Desk } from './desk.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
globalThis.matchMedia ??= (() => ({ matches: false, addListener() {}, removeListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value)) as unknown) as typeof structuredClone;
globalThis.Element.prototype.scrollIntoView = () => undefined;
const computed = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => computed(element);

/** A file with one of each construct; other software wrote on it, too. */
const CONSTRUCTS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:other="urn:other" id="small" targetNamespace="urn:x">
<bpmn:signal id="closing" name="闭馆" other:colour="red" /><bpmn:signal id="opening" name="开馆" /><bpmn:escalation id="late" name="超期" escalationCode="LATE" />
<bpmn:process id="flow" name="流程" isExecutable="true">
  <bpmn:extensionElements><gc:form><gc:field key="done" name="办妥" type="yesNo" /><gc:field key="signers" name="会签人" type="persons" /></gc:form></bpmn:extensionElements>
  <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="step" />
  <bpmn:userTask id="step" name="登记"><bpmn:standardLoopCharacteristics><bpmn:loopCondition>done = false</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:userTask>
  <bpmn:userTask id="sign" name="会签"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><gc:items over="signers" as="person" /><other:note>x</other:note></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
  <bpmn:boundaryEvent id="undone" attachedToRef="step"><bpmn:compensateEventDefinition id="c1" /></bpmn:boundaryEvent><bpmn:userTask id="undoer" name="注销登记" isForCompensation="true" /><bpmn:association id="as" associationDirection="One" sourceRef="undone" targetRef="undoer" />
  <bpmn:intermediateCatchEvent id="await"><bpmn:signalEventDefinition id="s1" signalRef="closing" /></bpmn:intermediateCatchEvent>
  <bpmn:intermediateThrowEvent id="tell"><bpmn:signalEventDefinition id="s2" other:keep="me" /></bpmn:intermediateThrowEvent>
  <bpmn:intermediateCatchEvent id="holds"><bpmn:conditionalEventDefinition id="h1"><bpmn:condition>done = true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>
  <bpmn:intermediateCatchEvent id="several" parallelMultiple="true"><bpmn:signalEventDefinition id="v1" signalRef="opening" /><bpmn:conditionalEventDefinition id="v2" /></bpmn:intermediateCatchEvent>
  <bpmn:intermediateThrowEvent id="undo"><bpmn:compensateEventDefinition id="u1" activityRef="step" /></bpmn:intermediateThrowEvent>
  <bpmn:intermediateThrowEvent id="jump"><bpmn:linkEventDefinition id="l1" name="转档案" /></bpmn:intermediateThrowEvent>
  <bpmn:endEvent id="report"><bpmn:escalationEventDefinition id="e1" escalationRef="late" /></bpmn:endEvent>
  <bpmn:endEvent id="fail"><bpmn:errorEventDefinition id="e2" /></bpmn:endEvent>
  <bpmn:complexGateway id="enough"><bpmn:activationCondition>activationCount &gt;= 2</bpmn:activationCondition></bpmn:complexGateway>
  <bpmn:adHocSubProcess id="chosen" name="选着办" ordering="Sequential"><bpmn:userTask id="inner" name="里面" /></bpmn:adHocSubProcess>
  <bpmn:sendTask id="send" name="发函"><bpmn:extensionElements><gc:correlation key="done" keepFor="P90D" /></bpmn:extensionElements></bpmn:sendTask>
</bpmn:process></bpmn:definitions>`;

const elementOf = async (desk: Desk, id: string): Promise<Element> => {
  const found = (await desk.model()).processes.flatMap(({ elements }) => elements).find((element) => element.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('What is shared by its name', () => {
  const name = (desk: Desk, id: string, to: string): void => {
    const [holder] = definitionsAt(desk.drawn(id));
    const shared = sharedOf(holder);
    if (!holder || !shared) throw new Error(id);
    putShared(desk, desk.drawn(id), { holder, shared, name: to });
  };

  test('is that of the file, where there is one of this name, and nothing else is changed', async () => {
    const desk = await openDesk(CONSTRUCTS);
    name(desk, 'tell', '闭馆');
    expect((await elementOf(desk, 'tell')).triggers).toEqual([{ kind: 'signal', name: '闭馆' }]);
    expect(await desk.xml()).toContain('other:keep="me"');
    expect((await desk.xml()).match(/<bpmn:signal /g)).toHaveLength(2);
    desk.undo();
    expect((await desk.xml()).match(/id="s2"[^>]*/)?.[0]).not.toContain('signalRef');
  });

  test('is renamed where nobody else uses it, and keeps what other software wrote on it', async () => {
    const desk = await openDesk(CONSTRUCTS);
    name(desk, 'await', '停办');
    expect(await desk.xml()).toMatch(/<bpmn:signal id="closing" name="停办" other:colour="red"/);
    name(desk, 'tell', '停办');
    name(desk, 'tell', '另一个');
    expect((await elementOf(desk, 'await')).triggers).toEqual([{ kind: 'signal', name: '停办' }]);
    expect((await elementOf(desk, 'tell')).triggers).toEqual([{ kind: 'signal', name: '另一个' }]);
    expect(desk.steps()).toBe(3);
  });

  test('has a code with its name where it is new, and keeps its own code where it had one', async () => {
    const desk = await openDesk(CONSTRUCTS);
    name(desk, 'fail', '退件');
    expect((await elementOf(desk, 'fail')).triggers).toEqual([{ kind: 'error', code: '退件' }]);
    name(desk, 'report', '逾期');
    expect((await elementOf(desk, 'report')).triggers).toEqual([{ kind: 'escalation', code: 'LATE' }]);
    const shared = sharedOf(definitionsAt(desk.drawn('report'))[0]);
    expect(shared && sharedNames(desk.drawn('report'), shared)).toEqual(['逾期']);
  });
});

describe('A step that is done again or by several', () => {
  test('is asked before or after, or done once, each one step of undo', async () => {
    const desk = await openDesk(CONSTRUCTS);
    putRepeating(desk, desk.drawn('step'), 'before');
    expect((await elementOf(desk, 'step')).loop).toEqual({ testBefore: true, condition: 'done = false' });
    putRepeating(desk, desk.drawn('step'), 'once');
    expect((await elementOf(desk, 'step')).loop).toBeUndefined();
    desk.undo();
    desk.undo();
    expect((await elementOf(desk, 'step')).loop).toEqual({ testBefore: false, condition: 'done = false' });
  });

  test('has enough with so many, and tells of each by a signal of the file', async () => {
    const desk = await openDesk(CONSTRUCTS);
    const step = desk.drawn('sign');
    putEnough(desk, step, 3);
    putBehavior(desk, step, 'None');
    putSignalEach(desk, step, '开馆');
    const many = manyOf(step);
    expect(many && enoughOf(many)).toBe('count');
    expect((await elementOf(desk, 'sign')).many).toMatchObject({
      completion: 'numberOfCompletedInstances >= 3',
      behavior: 'none',
      noneEvent: { kind: 'signal', name: '开馆' },
    });
    expect(await desk.xml()).toContain('<other:note>x</other:note>');
    putBehavior(desk, step, 'One');
    expect((await elementOf(desk, 'sign')).many).toMatchObject({ behavior: 'one', oneEvent: { kind: 'signal', name: '开馆' } });
    putBehavior(desk, step, 'All');
    expect((await elementOf(desk, 'sign')).many?.oneEvent).toBeUndefined();
    expect(desk.steps()).toBe(5);
  });
});

describe('The panel', () => {
  const queries = new QueryClient();
  let root: Root;
  let desk: Desk;
  const show = async (id: string): Promise<void> => {
    desk = await openDesk(CONSTRUCTS);
    await act(async () => {
      desk.select(id);
      root.render(
        <QueryClientProvider client={queries}>
          <Panel modeler={desk} flow="constructs" around={AROUND} problems={[]} />
        </QueryClientProvider>,
      );
    });
  };
  const heading = (title: string): HTMLElement => {
    const found = [...document.querySelectorAll<HTMLElement>('.gc-ask h3 button')].find(
      (one) => one.querySelector('.gc-ask-title')?.textContent === title,
    );
    if (!found) throw new Error(`nobody asks ${title}: ${document.body.textContent}`);
    return found;
  };

  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    document.body.replaceChildren(document.createElement('div'));
    root = createRoot(document.body.firstElementChild as HTMLElement);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    jest.restoreAllMocks();
  });

  test.each([
    ['step', '反复办到什么时候', '办完一次再看 · 办妥：否'],
    ['undone', '由哪一步善后', '由“注销登记”善后'],
    ['await', '哪个信号', '闭馆'],
    ['tell', '哪个信号', '还没有名称'],
    ['holds', '等什么条件', '办妥：是'],
    ['several', '等哪几件事', '信号 + 条件'],
    ['several', '等什么条件', '还没有说'],
    ['undo', '给哪一步善后', '登记'],
    ['jump', '跳接到哪里', '转档案'],
    ['report', '上报什么', '超期'],
    ['fail', '哪种出错', '还没有名称'],
    ['enough', '等够几路', '0 路里到 2 路'],
    ['chosen', '怎么选着办', '一次只办一步 · 有人说办完了'],
    ['sign', '更多', '没有特别的'],
  ])('asks of %s: %s, and says folded %s', async (id, title, answer) => {
    await show(id);
    const asked = heading(title);
    expect(asked.querySelector('.gc-ask-answer')?.textContent).toBe(answer);
    await act(async () => asked.click());
    expect(asked.getAttribute('aria-expanded')).toBe('true');
    expect(desk.steps()).toBe(0);
  });

  test('asks for how many days a message is kept, and leaves its key', async () => {
    await show('send');
    await act(async () => heading('发出什么').click());
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === '没人等时留几天');
    const box = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement;
    expect(box.value).toBe('90');
    await act(async () => {
      box.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '7');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => box.blur());
    expect(await desk.xml()).toContain('<gc:correlation key="done" keepFor="P7D" />');
  });
});
