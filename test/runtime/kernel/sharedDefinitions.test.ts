import { describe, expect, test } from '@jest/globals';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { drawing, EVENT, storyOn } from './drawing.ts';

describe('a definition of an event at the root of the file', () => {
  test.each(Object.entries(EVENT).filter(([, xml]) => xml !== ''))('is what an event is that refers to it: %s', async (_, xml) => {
    const shared = xml.replace(/^<(\w+)/, '<$1 id="shared"');
    const own = await parseDiagram(drawing(`<endEvent id="x">${xml}</endEvent>`));
    const refers = await parseDiagram(drawing('<endEvent id="x"><eventDefinitionRef>shared</eventDefinitionRef></endEvent>', shared));
    if (!own.ok || !refers.ok) throw new Error('not read');
    expect(refers.diagram.processes[0]?.elements[0]?.triggers).toEqual(own.diagram.processes[0]?.elements[0]?.triggers);
    expect(refers.diagram.processes[0]?.elements[0]?.triggers).toHaveLength(1);
  });

  test('may be shared by the one that throws and the one that catches', async () => {
    const story = (
      await storyOn(
        `start s
        <subProcess id="sub">
          start go
          <endEvent id="t"><eventDefinitionRef>shared</eventDefinitionRef></endEvent>
          go > t
        </subProcess>
        <boundaryEvent id="b" attachedToRef="sub"><eventDefinitionRef>shared</eventDefinitionRef></boundaryEvent>
        user caught
        s > sub
        b > caught`,
        '<escalationEventDefinition id="shared" escalationRef="esc" />',
      )
    ).start();
    expect(story.tasks).toEqual(['caught']);
  });

  test('makes a compensation border one, too', async () => {
    const story = (
      await storyOn(
        `start s
        user a
        <boundaryEvent id="b" attachedToRef="a"><eventDefinitionRef>shared</eventDefinitionRef></boundaryEvent>
        <userTask id="ua" isForCompensation="true" />
        <association id="by" sourceRef="b" targetRef="ua" />
        <endEvent id="t"><eventDefinitionRef>shared</eventDefinitionRef></endEvent>
        s > a > t`,
        '<compensateEventDefinition id="shared" />',
      )
    ).start();
    story.complete('a');
    expect(story.tasks).toEqual(['ua']);
  });
});

describe('several definitions at one event', () => {
  test('of its own and referred to: any of them lets it happen, and then none is waited for', async () => {
    const lines = `start s
      <intermediateCatchEvent id="c">${EVENT.message}<eventDefinitionRef>shared</eventDefinitionRef></intermediateCatchEvent>
      user after
      s > c > after`;
    const shared = '<signalEventDefinition id="shared" signalRef="bell" />';
    const one = (await storyOn(lines, shared)).start();
    expect(one.open).toEqual(['message c', 'signal c']);
    expect(one.message('c').open).toEqual(['task after']);
    expect((await storyOn(lines, shared)).start().act({ kind: 'signal', name: 'bell', payload: {} }).open).toEqual(['task after']);
  });

  test('of timers: only the one that is a cycle comes again', async () => {
    const story = (
      await storyOn(`
        start s
        user work
        <boundaryEvent id="b" attachedToRef="work" cancelActivity="false">
          <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>
          <timerEventDefinition><timeCycle>R/P7D</timeCycle></timerEventDefinition></boundaryEvent>
        user chase
        s > work
        b > chase`)
    ).start();
    const [once, again] = story.now.waits.filter(({ kind }) => kind === 'timer').map(({ id }) => id);
    story.act({ kind: 'due', timer: again ?? ('' as never), occurrence: 1 });
    story.act({ kind: 'due', timer: once ?? ('' as never), occurrence: 1 });
    story.act({ kind: 'due', timer: again ?? ('' as never), occurrence: 2 });
    expect(story.open).toEqual(['task chase', 'task chase', 'task chase', 'task work', 'timer b']);
    expect(story.all.flatMap((effect) => (effect.kind === 'timerSet' ? [effect.spec.value] : []))).toEqual([
      'P1D',
      'R/P7D',
      'R/P7D',
      'R/P7D',
    ]);
  });
});

test('a link may be thrown from several places to the one that catches it', async () => {
  const story = (
    await storyOn(`
      start s
      user a
      user b
      throw t1 {link}
      throw t2 {link}
      catch c {link}
      user after
      s > a > t1
      s > b > t2
      c > after`)
  ).start();
  story.complete('a').complete('b');
  expect(story.tasks).toEqual(['after', 'after']);
  expect(story.trail.filter((pass) => pass.element === 'c')).toHaveLength(2);
});

test.each([
  ['date', '<timeDate>2026-12-01</timeDate>'],
  ['duration', '<timeDuration>P3D</timeDuration>'],
  ['cycle', '<timeCycle>R3/P1D</timeCycle>'],
])('a timer by %s is set at a start of an event sub-process, a border, a catch and behind a gateway', async (form, xml) => {
  const timer = `<timerEventDefinition>${xml}</timerEventDefinition>`;
  const story = (
    await storyOn(`
      start s
      and f
      user work
      <boundaryEvent id="border" attachedToRef="work" cancelActivity="false">${timer}</boundaryEvent>
      catch wait ${timer}
      first g
      catch behind ${timer}
      catch other {message}
      end e
      s > f > work
      f > wait > e
      f > g > behind > e
      g > other > e
      border > e
      <subProcess id="h" triggeredByEvent="true">
        start late (isInterrupting="false") ${timer}
        user look
        late > look
      </subProcess>`)
  ).start();
  const set = story.effects.flatMap((effect) => (effect.kind === 'timerSet' ? [`${effect.element} ${effect.spec.form}`] : []));
  expect(set.sort()).toEqual(['behind', 'border', 'late', 'wait'].map((element) => `${element} ${form}`));
  story.due('behind').due('border').due('late').due('wait');
  const left = form === 'cycle' ? ['timer border', 'timer late', 'timer wait'] : [];
  expect(story.open).toEqual(['task look', 'task work', ...left]);
});
