import { describe, expect, test } from '@jest/globals';
import { examine } from '../../../packages/runtime/src/kernel/moves/migration/examine.ts';
import { movingOf } from '../../../packages/runtime/src/kernel/moves/migration/moving.ts';
import { suggestMap } from '../../../packages/runtime/src/kernel/moves/migration/suggestMap.ts';
import { openRun } from '../../../packages/runtime/src/kernel/run/run.ts';
import type { Plans } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { AT, Story } from './harness.ts';
import { arrows, drawnAs, FROM_TO, step, VERSION_2, versionsOf } from './versions.ts';

const migrate = (story: Story, map: { readonly [from: string]: string } = {}, to: string = VERSION_2) =>
  story.try({ kind: 'move', move: { kind: 'migrate', to: id(to), map: map as never } });

/** What the last step asked of the world; passes of before that are told anew are for the trail alone. */
const done = (story: Story): readonly string[] => story.effects.map((effect) => effect.kind).filter((kind) => kind !== 'retold');

/** The reasons against, as `code element`. */
function against(story: Story, plans: Plans, map: { readonly [from: string]: string } = {}): readonly string[] {
  const run = openRun({ plans, marking: story.now, data: story.data, at: AT });
  const moving = movingOf(run, { kind: 'migrate', to: VERSION_2, map: map as never });
  return moving ? examine(run, moving).obstacles.map(({ code, element }) => `${code} ${element}`) : ['not loaded'];
}

async function pair(old: string, next: string) {
  const plans = versionsOf([await drawnAs(old), await drawnAs(next)]);
  return { plans, story: new Story(plans) };
}

const TWO = `${FROM_TO}${step('a', '拟稿')}${step('b', '审核')}${arrows('start > a > b > end')}`;

describe('a case goes over to another version', () => {
  test('by id: its open task keeps its visit, and goes on as the new version is drawn', async () => {
    const { story } = await pair(TWO, `${FROM_TO}${step('a')}${step('x')}${step('b')}${arrows('start > a > x > b > end')}`);
    story.start();
    const visit = story.visitOf('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.visitOf('a')).toBe(visit);
    expect(done(story)).toEqual(['migrated']);
    expect(story.now.scopes[0]?.definition).toBe('p@2');
    expect(story.complete('a').tasks).toEqual(['x']);
    expect(story.complete('x').complete('b').ended).toBe('completed');
  });

  test('a step that is gone is refused with its name in both languages, and goes where the owner says', async () => {
    const { story, plans } = await pair(TWO, `${FROM_TO}${step('z', '办理')}${arrows('start > z > end')}`);
    story.start();
    const refused = migrate(story);
    expect(refused?.code).toBe('illegalMove');
    expect(refused?.culprit).toBe('a');
    expect(refused?.expected.zh).toContain('“拟稿”');
    expect(against(story, plans)).toEqual(['noTarget a']);
    expect(migrate(story, { a: 'z' })).toBeUndefined();
    expect(story.tasks).toEqual(['z']);
    expect(story.complete('z').ended).toBe('completed');
  });

  test('data of a sub-process that the new version keeps elsewhere go there, and what it now declares is its own', async () => {
    const sub = (inner: string): string =>
      `${FROM_TO}<subProcess id="sub">${inner}${step('a')}</subProcess>${step('b')}${arrows('start > sub > b > end')}`;
    const outward = (await pair(sub('<property id="note" name="note"/>'), sub(''))).story.start();
    outward.act({ kind: 'complete', visit: outward.visitOf('a'), changes: [] }).returnTo('b', 'sub');
    const inner = outward.now.scopes.find(({ keeps }) => keeps)?.id ?? id<'s'>('none');
    outward.act({ kind: 'change', changes: [{ scope: inner, path: ['note'], to: 'mine' }] });
    expect(migrate(outward)).toBeUndefined();
    expect(outward.data[outward.root]).toEqual({ note: 'mine' });
    expect(outward.now.scopes.every(({ keeps }) => keeps === undefined)).toBe(true);
    const inward = (await pair(sub(''), sub('<property id="note" name="note"/>'))).story.start({ note: 'outside' });
    expect(migrate(inward)).toBeUndefined();
    expect(inward.complete('a', { note: 'inside' }).data).toEqual({ [inward.root]: { note: 'outside' } });
  });

  test('what nobody stands at needs no target', async () => {
    const { story } = await pair(TWO, `${FROM_TO}${step('a')}${arrows('start > a > end')}`);
    expect(migrate(story.start())).toBeUndefined();
    expect(story.complete('a').ended).toBe('completed');
  });

  test('a user task may become a manual one, but no gateway', async () => {
    const manual = `${FROM_TO}<manualTask id="a"/>${arrows('start > a > end')}`;
    const gateway = `${FROM_TO}<exclusiveGateway id="a"/>${arrows('start > a > end')}`;
    expect(migrate((await pair(TWO, manual)).story.start())).toBeUndefined();
    const { story, plans } = await pair(TWO, gateway);
    expect(against(story.start(), plans)).toEqual(['otherKind a']);
  });

  test('neither into a sub-process nor from one person to several', async () => {
    const inside = `${FROM_TO}<subProcess id="s"><startEvent id="s1"/>${step('a')}${arrows('s1 > a')}</subProcess>${arrows('start > s > end')}`;
    const many = '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
    const nested = await pair(TWO, inside);
    expect(against(nested.story.start(), nested.plans)).toEqual(['otherNesting a']);
    const each = await pair(TWO, `${FROM_TO}${step('a', '拟稿', many)}${arrows('start > a > end')}`);
    expect(against(each.story.start(), each.plans)).toEqual(['otherRepetition a']);
  });

  test('all reasons are told at once', async () => {
    const fork = `${FROM_TO}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a')}${step('b')}${arrows('start > f > a > j > end', 'f > b > j')}`;
    const { story, plans } = await pair(fork, `${FROM_TO}${step('x')}${arrows('start > x > end')}`);
    expect(against(story.start(), plans)).toEqual(['noTarget a', 'noTarget b']);
    expect(migrate(story)?.fields?.map((one) => one.field)).toEqual(['a', 'b']);
  });

  test('to a version that nobody loaded, or the one it runs already', async () => {
    const { story } = await pair(TWO, TWO);
    const before = JSON.stringify(story.start().now);
    expect(migrate(story, {}, 'p@7')?.code).toBe('notPublished');
    expect(migrate(story, { a: 'b' }, 'p@1')).toBeUndefined();
    expect(JSON.stringify(story.now)).toBe(before);
    expect(story.effects).toEqual([]);
    story.complete('a').complete('b');
    expect(migrate(story)?.code).toBe('notWaiting');
  });
});

const FORK = (more = '', ...rows: readonly string[]): string =>
  `${FROM_TO}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a')}${step('b')}${more}${arrows('start > f', 'j > end', ...rows)}`;

describe('branches', () => {
  const old = FORK('', 'f > a > j', 'f > b > j');

  test('an arrival waits on at the same join, and the join fires once the other branch has come', async () => {
    const { story } = await pair(old, FORK(step('c'), 'f > a > j', 'f > b > c > j'));
    story.start().complete('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.now.arrivals.map((arrival) => arrival.flow)).toEqual(['a-j']);
    expect(story.complete('b').tasks).toEqual(['c']);
    expect(story.complete('c').ended).toBe('completed');
  });

  test('the arrow behind the arrival has another id: it is found by where it comes from', async () => {
    const renamed = old.replace('id="a-j"', 'id="other"');
    const { story } = await pair(old, renamed);
    story.start().complete('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.now.arrivals.map((arrival) => arrival.flow)).toEqual(['other']);
    expect(story.complete('b').ended).toBe('completed');
  });

  test('the branch that has arrived is gone: refused, unless another arrow is named for it', async () => {
    const next = FORK(step('c'), 'f > c > j', 'f > b > j');
    const { story, plans } = await pair(old, next);
    story.start().complete('a');
    expect(against(story, plans)).toEqual(['flowGone j']);
    expect(migrate(story, { 'a-j': 'c-j' })).toBeUndefined();
    expect(story.complete('b').ended).toBe('completed');
  });

  test('two branches that have arrived cannot stand on one arrow', async () => {
    const three = FORK(step('c'), 'f > a > j', 'f > b > j', 'f > c > j');
    const { story, plans } = await pair(three, three);
    story.start().complete('a').complete('b');
    expect(against(story, plans, { 'b-j': 'a-j' })).toEqual(['flowGone j']);
  });

  test('a join that is left with one arrow fires at once', async () => {
    const apart = `${FROM_TO}<endEvent id="end2"/><parallelGateway id="f"/><parallelGateway id="j"/>${step('a')}${step('b')}${step('c')}${arrows('start > f > a > j > c > end', 'f > b > end2')}`;
    const { story } = await pair(old, apart);
    story.start().complete('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.tasks).toEqual(['b', 'c']);
    expect(story.complete('b').complete('c').ended).toBe('completed');
  });

  test('a join that no longer joins what still comes: refused, as what is behind it would be done twice', async () => {
    const row = `${FROM_TO}<parallelGateway id="j"/>${step('a')}${step('b')}${arrows('start > b > a > j > end')}`;
    const { story, plans } = await pair(old, row);
    story.start().complete('b');
    expect(against(story, plans, { 'b-j': 'a-j' })).toEqual(['runsTwice a']);
  });

  test('a new branch that this case would never take, and a join that waits for it: refused', async () => {
    const straight = `${FROM_TO}${step('a')}${step('b')}${arrows('start > a > b > end')}`;
    const next = FORK('', 'f > a > j', 'f > b > j');
    const { story, plans } = await pair(straight, next);
    expect(against(story.start(), plans)).toEqual(['waitsForever a']);
  });

  test('what ran beside each other and would follow one another: refused, as the later would be done twice', async () => {
    const next = `${FROM_TO}${step('a')}${step('b')}${arrows('start > a > b > end')}`;
    const { story, plans } = await pair(old, next);
    expect(against(story.start(), plans)).toEqual(['runsTwice a']);
    expect(against(story.complete('b'), plans)).toEqual(['noTarget j']);
  });
});

const timed = (time: string, name = 't'): string =>
  `<boundaryEvent id="${name}" attachedToRef="a"><timerEventDefinition><timeDuration>${time}</timeDuration></timerEventDefinition></boundaryEvent>`;
const WITH_TIMER = (time: string, name = 't'): string =>
  `${FROM_TO}${step('a')}${step('late')}${timed(time, name)}${arrows('start > a > end', `${name} > late > end`)}`;

describe('what is waited for', () => {
  test('a timer that is drawn as before stays armed as it is, under another id too', async () => {
    const { story } = await pair(WITH_TIMER('P1D'), WITH_TIMER('P1D', 'clock'));
    const before = story.start().wait('timer', 't').id;
    expect(migrate(story, { t: 'clock' })).toBeUndefined();
    expect(story.wait('timer', 'clock').id).toBe(before);
    expect(done(story)).toEqual(['migrated']);
    expect(story.due('clock').tasks).toEqual(['late']);
  });

  test('a timer that is drawn otherwise keeps its wait, and is to be counted anew from where it began', async () => {
    const { story } = await pair(WITH_TIMER('P1D'), WITH_TIMER('P2D'));
    const before = story.start().wait('timer', 't').id;
    expect(migrate(story)).toBeUndefined();
    const set = story.effects.find((effect) => effect.kind === 'timerSet');
    expect(set).toMatchObject({ timer: before, spec: { form: 'duration', value: 'P2D' }, occurrence: 1, anew: true });
  });

  test('what is new at the border of an open step is armed, what is gone is cleared', async () => {
    const plain = `${FROM_TO}${step('a')}${step('late')}${arrows('start > a > end', 'late > end')}`;
    const { story } = await pair(plain, WITH_TIMER('P1D'));
    expect(migrate(story.start())).toBeUndefined();
    expect(story.open).toEqual(['task a', 'timer t']);
    const { story: other } = await pair(WITH_TIMER('P1D'), plain);
    expect(migrate(other.start())).toBeUndefined();
    expect(other.open).toEqual(['task a']);
    expect(done(other)).toEqual(['migrated', 'waitCleared']);
  });

  test('an event that has happened already is not waited for once more', async () => {
    const beside = WITH_TIMER('P1D').replace('attachedToRef="a"', 'attachedToRef="a" cancelActivity="false"');
    const { story } = await pair(beside, beside.replace('P1D', 'P9D'));
    story.start().due('t');
    expect(migrate(story)).toBeUndefined();
    expect(story.open).toEqual(['task a', 'task late']);
  });

  test('a message of another name is waited for instead', async () => {
    const waits = (name: string): string =>
      `${FROM_TO}<intermediateCatchEvent id="m"><messageEventDefinition messageRef="x"><extensionElements/></messageEventDefinition></intermediateCatchEvent>${arrows('start > m > end')}</process><message id="x" name="${name}"/><process id="q" isExecutable="false">`;
    const { story } = await pair(waits('one'), waits('two'));
    expect(story.start().wait('message', 'm').name).toBe('one');
    expect(migrate(story)).toBeUndefined();
    expect(story.now.waits.map((wait) => wait.name)).toEqual(['two']);
    expect(story.message('m').ended).toBe('completed');
  });

  test('event sub-processes of an open scope likewise', async () => {
    const plain = `${FROM_TO}${step('a')}${arrows('start > a > end')}`;
    const watched = `${plain}<subProcess id="e" triggeredByEvent="true"><startEvent id="e1" isInterrupting="false"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></startEvent>${step('look')}${arrows('e1 > look')}</subProcess>`;
    const { story } = await pair(plain, watched);
    expect(migrate(story.start())).toBeUndefined();
    expect(story.open).toEqual(['task a', 'timer e1']);
    expect(story.due('e1').tasks).toEqual(['a', 'look']);
    const { story: other } = await pair(watched, plain);
    expect(migrate(other.start())).toBeUndefined();
    expect(other.open).toEqual(['task a']);
  });

  test('the events behind an event-based gateway: those that stay wait on, a new one begins, in one group', async () => {
    const signal = (own: string): string =>
      `<intermediateCatchEvent id="${own}"><signalEventDefinition signalRef="sig-${own}"/></intermediateCatchEvent>`;
    const race = (...names: readonly string[]): string =>
      `${FROM_TO}<eventBasedGateway id="g"/>${names.map(signal).join('')}${arrows('start > g', ...names.map((name) => `g > ${name} > end`))}</process>${names.map((name) => `<signal id="sig-${name}" name="${name}"/>`).join('')}<process id="q" isExecutable="false">`;
    const { story } = await pair(race('one', 'two'), race('two', 'three'));
    story.start();
    const two = story.wait('signal', 'two').id;
    expect(migrate(story)).toBeUndefined();
    expect(story.open).toEqual(['signal three', 'signal two']);
    expect(story.wait('signal', 'two').id).toBe(two);
    expect(story.act({ kind: 'signal', name: 'three', payload: {} }).ended).toBe('completed');
  });
});

describe('scopes and the way back', () => {
  test('inside a sub-process and a multi-instance everything goes along', async () => {
    const many = `<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>`;
    const body = (own: string): string =>
      `${FROM_TO}<subProcess id="s${own}"><startEvent id="s1"/>${step(`m${own}`, '会签', many)}${arrows(`s1 > m${own}`)}</subProcess>${arrows(`start > s${own} > end`)}`;
    const { story } = await pair(body(''), body('2'));
    story.start().complete('m', {}, { index: 1 });
    expect(migrate(story, { s: 's2', m: 'm2' })).toBeUndefined();
    expect(story.tasks).toEqual(['m2', 'm2']);
    expect(new Set(story.now.scopes.map((scope) => scope.definition))).toEqual(new Set(['p@2']));
    expect(story.complete('m2', {}, { index: 0 }).complete('m2', {}, { index: 2 }).ended).toBe('completed');
  });

  test('the case can still be sent back to a step that it passed under another id', async () => {
    const { story } = await pair(TWO, `${FROM_TO}${step('aa', '拟稿')}${step('b')}${arrows('start > aa > b > end')}`);
    story.start().complete('a');
    expect(migrate(story, { a: 'aa' })).toBeUndefined();
    expect(story.choices('b')).toEqual({ aa: 'legal' });
    story.returnTo('b', 'aa');
    expect(story.tasks).toEqual(['aa']);
    expect(story.complete('aa').complete('b').ended).toBe('completed');
  });

  test('not into a branch that is new, whose neighbour this case never began', async () => {
    const { story } = await pair(
      TWO,
      `${FROM_TO}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a')}${step('x')}${step('b')}${arrows('start > f > a > j > b > end', 'f > x > j')}`,
    );
    story.start().complete('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.choices('b')).toEqual({ a: 'joinWaits' });
    const move = {
      kind: 'return' as const,
      from: story.visitOf('b'),
      to: story.done('a'),
      siblings: 'keep' as const,
      then: 'flow' as const,
    };
    expect(story.try({ kind: 'move', move })?.code).toBe('illegalMove');
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('a') } })?.code).toBe('illegalMove');
    expect(story.complete('b').ended).toBe('completed');
  });

  test('not to one that the new version does not have', async () => {
    const { story } = await pair(TWO, `${FROM_TO}${step('b')}${arrows('start > b > end')}`);
    story.start().complete('a');
    expect(migrate(story)).toBeUndefined();
    expect(story.choices('b')).toEqual({});
  });

  test('an incident goes along, and is dealt with as the new version is drawn', async () => {
    const choice = (condition: string): string =>
      `${FROM_TO}<exclusiveGateway id="g"/><sequenceFlow id="start-g" sourceRef="start" targetRef="g"/><sequenceFlow id="g-end" sourceRef="g" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression></sequenceFlow>`;
    const { story } = await pair(choice('1 = 2'), choice('1 = 1'));
    story.start();
    expect(story.incidents).toEqual(['noWayOn g']);
    expect(migrate(story)).toBeUndefined();
    const [incident] = story.now.incidents;
    expect(story.act({ kind: 'retry', incident: incident?.id ?? id('none') }).ended).toBe('completed');
  });
});

describe('every construct goes along', () => {
  const sub = (tag: string, own: string, inner: string, attributes = ''): string => `<${tag} id="${own}" ${attributes}>${inner}</${tag}>`;
  const timer = (own: string, time: string): string =>
    `<intermediateCatchEvent id="${own}"><timerEventDefinition><timeDuration>${time}</timeDuration></timerEventDefinition></intermediateCatchEvent>`;

  test('an ad-hoc sub-process: what is ready stays ready, events that nothing leads to likewise, a new one is waited for', async () => {
    const inner = (more: string): string => `${step('ask')}${step('look')}${timer('remind', 'P1D')}${more}${arrows('ask > look')}`;
    const gather = (more = ''): string => `${FROM_TO}${sub('adHocSubProcess', 'gather', inner(more))}${arrows('start > gather > end')}`;
    const { story } = await pair(gather(), gather(timer('again', 'P2D')));
    story.start();
    const scope = story.now.scopes.find((one) => one.kind === 'adHoc')?.id ?? id<'s'>('none');
    story.act({ kind: 'startAdHoc', scope, element: id('ask') }).complete('ask');
    const before = story.wait('timer', 'remind').id;
    expect(migrate(story)).toBeUndefined();
    expect(story.tasks).toEqual([]);
    expect(story.now.arrivals.map((arrival) => arrival.join)).toEqual(['look']);
    expect(story.open).toEqual(['timer again', 'timer remind']);
    expect(story.wait('timer', 'remind')).toEqual({ ...story.wait('timer', 'remind'), id: before });
    expect(story.wait('timer', 'again').group).toBeUndefined();
    expect(story.act({ kind: 'startAdHoc', scope, element: id('look') }).tasks).toEqual(['look']);
    expect(story.complete('look').act({ kind: 'completeAdHoc', scope }).ended).toBe('completed');
  });

  test('a loop: the round that runs goes along, and its border is armed once', async () => {
    const rounds = '<standardLoopCharacteristics loopMaximum="2" testBefore="true"/>';
    const body = (border: string): string => `${FROM_TO}${step('a', 'a', rounds)}${border}${arrows('start > a > end')}`;
    const { story } = await pair(body(''), body(timed('P1D')));
    expect(migrate(story.start())).toBeUndefined();
    expect(story.open).toEqual(['task a', 'timer t']);
    expect(story.complete('a').tasks).toEqual(['a']);
    expect(story.complete('a').ended).toBe('completed');
  });

  const undone = (own: string, handler: string): string =>
    `${FROM_TO}${step(own, '预订')}${step(handler, '退订', '').replace('<userTask', '<userTask isForCompensation="true"')}${step('wait')}
     <boundaryEvent id="c" attachedToRef="${own}"><compensateEventDefinition/></boundaryEvent>
     <association id="as" sourceRef="c" targetRef="${handler}" associationDirection="One"/>
     <intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent>${arrows(`start > ${own} > wait > undo > end`)}`;

  test('what can be undone is undone as the new version says', async () => {
    const { story, plans } = await pair(undone('book', 'cancel'), undone('reserve', 'release'));
    story.start().complete('book');
    expect(against(story, plans)).toEqual(['noTarget cancel']);
    expect(migrate(story, { book: 'reserve', cancel: 'release' })).toBeUndefined();
    expect(story.complete('wait').tasks).toEqual(['release']);
    expect(story.complete('release').ended).toBe('completed');
  });

  test('what is being undone goes along', async () => {
    const { story } = await pair(undone('book', 'cancel'), undone('reserve', 'release'));
    story.start().complete('book').complete('wait');
    expect(story.tasks).toEqual(['cancel']);
    expect(migrate(story, { book: 'reserve', cancel: 'release' })).toBeUndefined();
    expect(story.tasks).toEqual(['release']);
    expect(story.complete('release').ended).toBe('completed');
  });

  test('an event of several that must all come: what has come counts, unless they are others now', async () => {
    const all = (...names: readonly string[]): string =>
      `${FROM_TO}<intermediateCatchEvent id="m" parallelMultiple="true">${names.map((name) => `<signalEventDefinition signalRef="sig-${name}"/>`).join('')}</intermediateCatchEvent>${arrows('start > m > end')}</process>${['one', 'two', 'three'].map((name) => `<signal id="sig-${name}" name="${name}"/>`).join('')}<process id="q" isExecutable="false">`;
    const signal = (name: string) => ({ kind: 'signal' as const, name, payload: {} });
    const { story } = await pair(all('one', 'two'), all('one', 'two'));
    story.start().act(signal('one'));
    expect(migrate(story)).toBeUndefined();
    expect(story.act(signal('two')).ended).toBe('completed');
    const { story: other } = await pair(all('one', 'two'), all('one', 'three'));
    other.start().act(signal('one'));
    expect(migrate(other)).toBeUndefined();
    expect(other.act(signal('three')).ended).toBeUndefined();
    expect(other.act(signal('one')).ended).toBe('completed');
  });

  test('a complex gateway that waits for its rest is reset as before', async () => {
    const two = '<activationCondition xsi:type="tFormalExpression">activationCount = 2</activationCondition>';
    const body = (own: string): string =>
      `${FROM_TO}<parallelGateway id="f"/><complexGateway id="${own}">${two}</complexGateway>${step('a')}${step('b')}${step('c')}${step('k')}${arrows(`start > f > a > ${own} > k > end`, `f > b > ${own}`, `f > c > ${own}`)}`;
    const { story } = await pair(body('g'), body('gg'));
    story.start().complete('a').complete('b');
    expect(story.now.resetting).toHaveLength(1);
    expect(migrate(story, { g: 'gg' })).toBeUndefined();
    expect(story.now.resetting.map((one) => [one.gateway, ...one.taken])).toEqual([['gg', 'a-gg', 'b-gg']]);
    expect(story.tasks).toEqual(['c', 'k']);
    const { ended } = story.complete('c').complete('k');
    expect(ended).toBe('completed');
  });
});

describe('what is suggested', () => {
  test('the same id; else the same name and kind; of several the one with the same neighbours; arrows into joins', async () => {
    const old = versionsOf([
      await drawnAs(
        `${FROM_TO}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a', '拟稿')}${step('b', '审核')}${step('c', '审核')}${step('k', '盖章')}${arrows('start > a > f > b > j', 'f > c > j', 'j > k > end')}`,
      ),
      await drawnAs(
        `${FROM_TO}<parallelGateway id="ff"/><parallelGateway id="j"/>${step('a', '起草')}${step('bb', '审核')}${step('x', '会签')}${step('c', '审核')}${step('kk', '用印')}${arrows('start > a > ff > bb > x > j', 'ff > c > j', 'j > kk > end')}`,
      ),
    ]);
    expect(suggestMap(old.plan(1), old.plan(2))).toEqual({
      start: 'start',
      end: 'end',
      a: 'a',
      f: 'ff',
      b: 'bb',
      c: 'c',
      j: 'j',
      'start-a': 'start-a',
      'b-j': 'x-j',
      'c-j': 'c-j',
      'a-f': 'a-ff',
      'f-b': 'ff-bb',
      'f-c': 'ff-c',
      'k-end': 'kk-end',
    });
  });
});
