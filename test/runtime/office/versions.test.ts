import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Office } from '../../../packages/runtime/src/office/office.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';
import { newRequest, small, studio, tabOf } from './studio.ts';

const HOUR = 3_600_000;
const owner = person('li-min');
const clerk = person('peng-fei');

/** An office with a flow of one step; version 2 has 复核 behind it. */
async function withFlow() {
  const story = await demoOffice();
  yes(await story.office.publish(owner, { file: 'a', xml: small('a'), note: '第一版' }));
  const li = tabOf(story.office, 'li-min', { hold: 'first-tab', flow: 'a' });
  const begin = async (): Promise<string> =>
    yes(await story.office.startCase(clerk, { request: newRequest(), flow: 'a', values: {} })).case;
  const definition = async (caseId: string): Promise<string> => yes(await story.office.case(clerk, id(caseId))).definition;
  /** Does the step at which a case stands; the name of what comes then, null at its end. */
  const goOn = async (caseId: string): Promise<string | null> => {
    const card = (await story.todo('peng-fei')).find((one) => one.case === caseId);
    const done = yes(await story.complete('peng-fei', card?.id ?? ''));
    return done.ended ? null : (done.now[0]?.step.zh ?? '');
  };
  return { ...story, li, begin, definition, goOn };
}
const states = async (office: Office, who = owner): Promise<readonly string[]> =>
  yes(await office.versions(who, 'a')).map((one) => `${one.version} ${one.state} ${one.running}`);

describe('versions', () => {
  test('given a case begun on version 1, when version 2 is published, then it ends on 1, while a new one meets the new step on 2', async () => {
    const { office, li, begin, definition, goOn } = await withFlow();
    const first = await begin();
    await li.draws(small('a', ['办理', '复核']));
    yes(await li.publishes({ note: '增加复核' }));
    const second = await begin();
    expect([await definition(first), await definition(second)]).toEqual(['a@1', 'a@2']);
    expect(await states(office, clerk)).toEqual(['2 inForce 1', '1 past 1']);
    expect(yes(await office.diagrams(clerk, id(first)))[0]?.xml).toBe(small('a'));
    expect(yes(await office.diagrams(clerk, id(second)))[0]?.xml).toBe(small('a', ['办理', '复核']));
    expect(await goOn(first)).toBeNull();
    expect(await goOn(second)).toBe('复核');
    expect(await goOn(second)).toBeNull();
    expect(await definition(first)).toBe('a@1');
    expect(await states(office, clerk)).toEqual(['2 inForce 0', '1 past 0']);
  });

  test('given a version that is planned, when its moment comes, then from that very moment on new cases run on it', async () => {
    const { office, li, clock, begin, definition } = await withFlow();
    await li.draws(small('a', ['办理', '复核']));
    const published = yes(await li.publishes({ effectiveFrom: '2026-11-24T10:00:00+08:00' }));
    expect(published).toEqual({ version: 2, effectiveFrom: '2026-11-24T02:00:00.000Z' });
    expect(await states(office)).toEqual(['2 planned 0', '1 inForce 0']);
    expect(await definition(await begin())).toBe('a@1');
    clock.advance(HOUR - 300);
    // What is remembered of the versions is younger than a second when the moment comes.
    expect(yes(await office.flow(clerk, 'a')).card.version).toBe(1);
    clock.advance(299);
    expect(await definition(await begin())).toBe('a@1');
    clock.advance(1);
    expect(await definition(await begin())).toBe('a@2');
    expect(yes(await office.flow(clerk, 'a')).card.version).toBe(2);
    expect(yes(await office.startForm(clerk, 'a')).flow.version).toBe(2);
    expect(await states(office)).toEqual(['2 inForce 1', '1 past 2']);
  });

  test('given a version that is planned, when staff look, then nothing tells of it; a process owner sees and reads it', async () => {
    const { office, li } = await withFlow();
    await li.draws(small('a', ['办理', '复核']));
    yes(await li.publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    expect(await states(office, clerk)).toEqual(['1 inForce 0']);
    expect(yes(await office.flow(clerk, 'a')).versions.map((one) => one.version)).toEqual([1]);
    expect(refusal(await office.flow(clerk, 'a', 2)).code).toBe('notFound');
    expect(refusal(await office.version(clerk, 'a', 2)).code).toBe('notFound');
    expect(yes(await office.version(owner, 'a', 2)).xml).toContain('复核');
    expect(yes(await office.flow(owner, 'a', 2)).card.version).toBe(2);
    expect(yes(await office.flow(owner, 'a')).card.version).toBe(1);
    expect((await li.page()).latest).toBe(2);
  });

  test('given two planned versions, when both moments have come, then the newer number is in force, whichever came first', async () => {
    const { office, li, clock } = await withFlow();
    await li.draws(small('a', ['二']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T03:00:00Z' }));
    await li.draws(small('a', ['三']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T04:00:00Z' }));
    await li.draws(small('a', ['四']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T05:00:00Z' }));
    await li.draws(small('a', ['五']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T04:30:00Z' }));
    // 4 will never be in force: 5 is newer and comes before it.
    expect(await states(office)).toEqual(['5 planned 0', '4 past 0', '3 planned 0', '2 planned 0', '1 inForce 0']);
    const inForce = async (): Promise<number> => yes(await office.flow(clerk, 'a')).card.version;
    const seen = [];
    for (let half = 0; half < 9; half += 1) {
      seen.push(await inForce());
      clock.advance(HOUR / 2);
    }
    expect(seen).toEqual([1, 1, 1, 1, 2, 2, 3, 5, 5]);
  });

  test('given a call, when a newer version of what is called is planned, then what is called before its moment is the older one', async () => {
    const { office, li, clock, complete, todo } = await withFlow();
    const caller = small('b').replace(
      /<bpmn:userTask id="b_step1".*?<\/bpmn:userTask>/,
      '<bpmn:callActivity id="b_step1" name="转办" calledElement="a" />',
    );
    yes(await office.publish(owner, { file: 'b', xml: caller, note: '' }));
    await li.draws(small('a', ['办理', '复核']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T02:00:00Z' }));
    yes(await office.startCase(clerk, { request: newRequest(), flow: 'b', values: {} }));
    clock.advance(2 * HOUR);
    const [early] = await todo('peng-fei');
    expect(yes(await complete('peng-fei', early?.id ?? '')).ended).toBe(true);
    yes(await office.startCase(clerk, { request: newRequest(), flow: 'b', values: {} }));
    const [late] = await todo('peng-fei');
    expect(yes(await complete('peng-fei', late?.id ?? '')).now[0]?.step.zh).toBe('复核');
  });

  test('given a flow that comes into force next week, when another that calls it is published at once, then the call is told; with it, it is not', async () => {
    const { office, on } = await studio();
    yes(await office.newFlow(person('li-min'), { request: 'new', name: '新流程', xml: small('new') }));
    yes(await on('new').publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    yes(await office.newFlow(person('li-min'), { request: 'other', name: '调用', xml: small('calls') }));
    await on('calls').draws(
      small('calls').replace(
        /<bpmn:userTask id="calls_step1".*?<\/bpmn:userTask>/,
        '<bpmn:callActivity id="calls_step1" name="转办" calledElement="new" />',
      ),
    );
    const early = await on('calls').publishes();
    expect(refusal(early)).toEqual({ code: 'invalidDiagram', culprit: 'calls_step1' });
    yes(await on('calls').publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
  });

  test('given a case that a process owner may not read, when versions and shelf are looked at, then it is counted for them, and for nobody else', async () => {
    const { office, li, begin } = await withFlow();
    const first = await begin();
    await li.draws(small('a', ['办理', '复核']));
    yes(await li.publishes());
    await begin();
    expect(refusal(await office.case(owner, id(first))).code).toBe('notFound');
    expect(await states(office)).toEqual(['2 inForce 1', '1 past 1']);
    const onShelf = async (who: typeof owner) => yes(await office.flows(who)).find((card) => card.key === 'a')?.running;
    expect([await onShelf(owner), await onShelf(clerk), await onShelf(person('wu-fang'))]).toEqual([2, 2, 0]);
    expect(yes(await office.flow(owner, 'a')).card.running).toBe(2);
    expect(await states(office, person('wu-fang'))).toEqual(['2 inForce 0', '1 past 0']);
    expect(yes(await office.cases(owner, { list: 'all', limit: 9 })).rows).toEqual([]);
  });

  test('given a version that is planned, when it is called off, then the one in force goes on past its moment, and the list says so to owners only', async () => {
    const { office, li, clock, begin, definition } = await withFlow();
    await li.draws(small('a', ['办理', '复核']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T02:00:00Z' }));
    const called = yes(await office.callOffVersion(owner, 'a', 2));
    expect(called.map((one) => one.state)).toEqual(['calledOff', 'inForce']);
    expect(yes(await office.callOffVersion(owner, 'a', 2))).toEqual(called);
    clock.advance(2 * HOUR);
    expect(await definition(await begin())).toBe('a@1');
    expect(await states(office)).toEqual(['2 calledOff 0', '1 inForce 1']);
    expect(await states(office, clerk)).toEqual(['1 inForce 1']);
    expect(refusal(await office.flow(clerk, 'a', 2)).code).toBe('notFound');
    expect(refusal(await office.version(clerk, 'a', 2)).code).toBe('notFound');
    expect(yes(await office.version(owner, 'a', 2)).xml).toContain('复核');
    // What is drawn next begins with what is in force, and may be the text that was called off.
    expect(await li.page()).toMatchObject({ xml: small('a'), latest: 1, draft: null });
    await li.draws(small('a', ['办理', '复核']));
    expect((await li.page()).draft).toMatchObject({ base: 1 });
    expect(yes(await li.publishes())).toEqual({ version: 3, effectiveFrom: '2026-11-24T03:00:00.000Z' });
    expect(await states(office)).toEqual(['3 inForce 0', '2 calledOff 0', '1 past 1']);
  });

  test('given a version in force or past, one that is not there, or somebody who owns no flows, when it is called off, then nothing is', async () => {
    const { office, li, clock } = await withFlow();
    await li.draws(small('a', ['二']));
    yes(await li.publishes({ effectiveFrom: '2026-11-24T02:00:00Z' }));
    expect(refusal(await office.callOffVersion(clerk, 'a', 2)).code).toBe('notFound');
    expect(refusal(await office.callOffVersion(owner, 'no-such', 2)).code).toBe('notFound');
    for (const unknown of [0, 3, -1, 1.5, Number.NaN])
      expect(refusal(await office.callOffVersion(owner, 'a', unknown)).code).toBe('notFound');
    expect(refusal(await office.callOffVersion(owner, 'a', 1)).code).toBe('illegalMove');
    clock.advance(HOUR);
    // At the very moment it is in force.
    expect(refusal(await office.callOffVersion(owner, 'a', 2))).toEqual({ code: 'illegalMove', culprit: '2' });
    expect(await states(office)).toEqual(['2 inForce 0', '1 past 0']);
  });

  test('given a first version that is planned, when it is called off, then its draft must be there; what others call is not called off', async () => {
    const { office, on } = await studio();
    yes(await office.newFlow(owner, { request: 'new', name: '新流程', xml: small('new') }));
    yes(await on('new').publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    expect(refusal(await office.callOffVersion(owner, 'new', 1)).code).toBe('illegalMove');
    await on('new').draws(small('new', ['改']));
    const caller = small('calls').replace(
      /<bpmn:userTask id="calls_step1".*?<\/bpmn:userTask>/,
      '<bpmn:callActivity id="calls_step1" name="转办" calledElement="new" />',
    );
    yes(await office.newFlow(owner, { request: 'other', name: '调用', xml: small('calls') }));
    yes(await on('calls').publishes());
    await on('calls').draws(caller);
    yes(await on('calls').publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    expect(refusal(await office.callOffVersion(owner, 'new', 1))).toEqual({ code: 'invalidDiagram', culprit: 'new' });
    yes(await office.callOffVersion(owner, 'calls', 2));
    yes(await office.callOffVersion(owner, 'new', 1));
    expect(yes(await office.flows(owner)).find((one) => one.key === 'new')).toMatchObject({ version: 0, draft: {} });
    expect((await on('new').page()).xml).toBe(small('new', ['改']));
    expect(yes(await on('new').publishes()).version).toBe(2);
  });

  test('given a page that shows a planned version as the newest, when it was called off meanwhile, then publishing upon it is refused, with what is newest', async () => {
    const { office, li } = await withFlow();
    await li.draws(small('a', ['二']));
    yes(await li.publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    const revision = await li.draws(small('a', ['三']));
    yes(await office.callOffVersion(owner, 'a', 2));
    expect(refusal(await li.publish({ revision, latest: 2 })).code).toBe('changedMeanwhile');
    expect(yes(await li.publish({ revision, latest: 1 })).version).toBe(3);
  });

  test('given a flow that was never published, when its versions are asked for, then there are none', async () => {
    const { office } = await studio();
    yes(await office.newFlow(person('li-min'), { request: 'new', name: '新流程', xml: small('new') }));
    expect(refusal(await office.versions(person('li-min'), 'new')).code).toBe('notFound');
    expect(refusal(await office.version(person('li-min'), 'seal-use', 2)).code).toBe('notFound');
    expect(refusal(await office.version(person('li-min'), 'no-such-flow', 1)).code).toBe('notFound');
  });
});
