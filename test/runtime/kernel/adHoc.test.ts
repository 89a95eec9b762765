import { describe, expect, test } from '@jest/globals';
import { adHocChoices } from '../../../packages/runtime/src/kernel/adHocChoices.ts';
import { drawn } from './drawn.ts';
import { EVENT, storyOn } from './drawing.ts';
import { plansOf, processesIn, Story } from './harness.ts';

/** A story in which somebody chooses what is done next. */
class Choosing extends Story {
  /** What may be started now; undefined where no ad-hoc sub-process runs. */
  get startable(): readonly string[] | undefined {
    return this.choice?.start;
  }

  get choice() {
    return adHocChoices(this.plans, this.now)[0];
  }

  begin(element: string): this {
    return this.act({ kind: 'startAdHoc', scope: this.choice?.scope ?? ('none' as never), element: element as never });
  }

  tryBegin(element: string) {
    const scope = this.now.scopes.find(({ kind }) => kind === 'adHoc')?.id ?? ('none' as never);
    return this.try({ kind: 'startAdHoc', scope, element: element as never })?.code;
  }

  say(): this {
    return this.act({ kind: 'completeAdHoc', scope: this.choice?.scope ?? ('none' as never) });
  }
}

/** Gathering material in any order, then a report. */
const gathering = (attributes = '', inner = '', completion = ''): string =>
  drawn(
    `<startEvent id="start" /><adHocSubProcess id="gather" ${attributes}>
       <userTask id="ask" /><userTask id="visit" />${inner}
       ${completion ? `<completionCondition xsi:type="tFormalExpression">${completion}</completionCondition>` : ''}</adHocSubProcess>
     <userTask id="report" /><endEvent id="end" />`,
    `start > gather
     gather > report
     report > end`,
  );

const begun = async (xml: string, data = {}): Promise<Choosing> => new Choosing(plansOf(await processesIn(xml))).start(data);

describe('an ad-hoc sub-process', () => {
  test('begins nothing by itself; what nothing leads to may be started, also again and beside itself', async () => {
    const story = await begun(gathering());
    expect(story.tasks).toEqual([]);
    expect(story.choice).toMatchObject({ element: 'gather', start: ['ask', 'visit'], complete: true });
    story.begin('visit').begin('visit').begin('ask');
    expect(story.tasks).toEqual(['ask', 'visit', 'visit']);
    story.complete('ask').complete('visit');
    expect(story.startable).toEqual(['ask', 'visit']);
    expect(story.incidents).toEqual([]);
  });

  test('in sequence lets nothing begin while anything runs', async () => {
    const story = await begun(gathering('ordering="Sequential"'));
    story.begin('ask');
    expect(story.startable).toEqual([]);
    expect(story.tryBegin('visit')).toBe('notWaiting');
    expect(story.complete('ask').begin('visit').tasks).toEqual(['visit']);
  });

  test('without a condition is done when somebody says so; what still runs is cancelled', async () => {
    const story = (await begun(gathering())).begin('ask').begin('visit').complete('ask').say();
    expect(story.tasks).toEqual(['report']);
    expect(story.effects).toContainEqual(expect.objectContaining({ kind: 'taskClosed', element: 'visit', why: 'cancelled' }));
    expect(story.complete('report').ended).toBe('completed');
  });

  test('or waits for what still runs, and lets nothing new begin', async () => {
    const story = (await begun(gathering('cancelRemainingInstances="false"'))).begin('ask').begin('visit').complete('ask').say();
    expect(story.tasks).toEqual(['visit']);
    expect(story.choice).toBeUndefined();
    expect(story.tryBegin('ask')).toBe('notWaiting');
    expect(story.complete('visit').tasks).toEqual(['report']);
  });

  test('can be said to be done without anything done', async () => {
    expect((await begun(gathering())).say().tasks).toEqual(['report']);
  });

  test('with a condition is asked after each activity, and ends when it holds', async () => {
    const story = await begun(gathering('', '', 'enough = true'), { enough: false });
    story.begin('ask').begin('visit').complete('ask');
    expect(story.tasks).toEqual(['visit']);
    expect(story.choice?.complete).toBe(false);
    expect(story.try({ kind: 'completeAdHoc', scope: story.choice?.scope ?? ('' as never) })?.code).toBe('notWaiting');
    story.begin('ask').complete('visit', { enough: true });
    expect(story.tasks).toEqual(['report']);
  });

  test('whose condition holds waits for what still runs, where the diagram says so; what that leads to is not done any more', async () => {
    const xml = gathering('cancelRemainingInstances="false"', '<userTask id="check" /><flows>visit > check</flows>', 'enough = true');
    const story = await begun(xml);
    story.begin('ask').begin('visit').complete('ask', { enough: true });
    expect(story.tasks).toEqual(['visit']);
    expect(story.complete('visit', { enough: false }).tasks).toEqual(['report']);
  });

  test('a condition that cannot be told stands still with the activity, and is asked anew', async () => {
    const story = (await begun(gathering('', '', 'left > 3'))).begin('ask').complete('ask');
    expect(story.incidents).toEqual(['conditionUndecided ask']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['left'], to: 4 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['report']);
  });

  test('what a flow leads to is ready when a token has come, and waits to be begun', async () => {
    const xml = gathering('', '<userTask id="check" /><flows>ask > check</flows>');
    const story = await begun(xml);
    expect(story.startable).toEqual(['ask', 'visit']);
    expect(story.tryBegin('check')).toBe('notWaiting');
    const before = story.key;
    story.begin('ask').complete('ask');
    expect(story.tasks).toEqual([]);
    expect(story.incidents).toEqual([]);
    expect(story.key).not.toBe(before);
    expect(story.startable).toEqual(['ask', 'visit', 'check']);
    expect(story.begin('check').tasks).toEqual(['check']);
    expect(story.startable).toEqual(['ask', 'visit']);
  });

  test('gateways inside go on by themselves; a start quantity is needed here, too', async () => {
    const xml = gathering(
      '',
      `<exclusiveGateway id="which" default="which-file" /><userTask id="file" startQuantity="2" /><userTask id="urgent" />
       <flows>ask > which; which > urgent : urgent = true; which > file</flows>`,
    );
    const story = (await begun(xml, { urgent: true })).begin('ask').complete('ask');
    expect(story.startable).toEqual(['ask', 'visit', 'urgent']);
    story.begin('ask').complete('ask', { urgent: false });
    expect(story.startable).toEqual(['ask', 'visit', 'urgent']);
    story.begin('ask').complete('ask');
    expect(story.startable).toEqual(['ask', 'visit', 'file', 'urgent']);
    story.begin('file');
    expect(story.startable).toEqual(['ask', 'visit', 'urgent']);
  });

  test('an event inside is waited for all the time, and makes what follows it ready', async () => {
    const xml = gathering(
      '',
      '<intermediateCatchEvent id="news"><messageEventDefinition /></intermediateCatchEvent><userTask id="read" /><flows>news > read</flows>',
    );
    const story = await begun(xml);
    expect(story.startable).toEqual(['ask', 'visit']);
    story.message('news');
    expect(story.startable).toEqual(['ask', 'visit', 'read']);
    story.message('news').begin('read').begin('read');
    expect(story.tasks).toEqual(['read', 'read']);
    expect(story.open).toContain('message news');
    expect(story.say().open).toEqual(['task report']);
  });

  test('activities of every kind may stand in it', async () => {
    const xml = gathering(
      '',
      `<subProcess id="sub"><userTask id="inner" /></subProcess>
       <userTask id="each"><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
       <userTask id="again"><standardLoopCharacteristics loopMaximum="2" /></userTask><task id="pass" />`,
      'enough = true',
    );
    const story = await begun(xml, { enough: false });
    story.begin('sub').begin('each').begin('again').begin('pass');
    expect(story.tasks).toEqual(['again', 'each', 'each', 'inner']);
    story.complete('again', { enough: true });
    expect(story.tasks).toEqual(['again', 'each', 'each', 'inner']);
    expect(story.complete('again').tasks).toEqual(['report']);
  });

  test('what its border catches ends it with all that is in it', async () => {
    const xml = gathering('', '<intermediateCatchEvent id="news"><messageEventDefinition /></intermediateCatchEvent>').replace(
      '<userTask id="report" />',
      '<userTask id="report" /><boundaryEvent id="late" attachedToRef="gather"><messageEventDefinition /></boundaryEvent><sequenceFlow id="late-report" sourceRef="late" targetRef="report" />',
    );
    const story = (await begun(xml)).begin('ask').message('late');
    expect(story.open).toEqual(['task report']);
    expect(story.now.scopes).toHaveLength(1);
  });

  test('an event sub-process in it runs beside, and the whole waits for somebody all the same', async () => {
    const xml = gathering(
      '',
      `<subProcess id="event" triggeredByEvent="true"><startEvent id="hint" isInterrupting="false"><messageEventDefinition /></startEvent><userTask id="note" /><flows>hint > note</flows></subProcess>`,
    );
    const story = (await begun(xml)).message('hint');
    expect(story.tasks).toEqual(['note']);
    story.complete('note');
    expect(story.tasks).toEqual([]);
    expect(story.say().tasks).toEqual(['report']);
  });

  test('with nothing in it that anybody could begin is done at once', async () => {
    const xml = drawn(
      '<startEvent id="start" /><adHocSubProcess id="gather" /><userTask id="report" /><endEvent id="end" />',
      'start > gather\ngather > report\nreport > end',
    );
    expect((await begun(xml)).tasks).toEqual(['report']);
  });

  test('what is no ad-hoc sub-process that runs, cannot be chosen from', async () => {
    const story = await begun(gathering());
    expect(story.try({ kind: 'startAdHoc', scope: story.root, element: 'report' as never })?.code).toBe('notWaiting');
    expect(story.try({ kind: 'completeAdHoc', scope: story.root })?.code).toBe('notWaiting');
    expect(story.tryBegin('report')).toBe('notWaiting');
  });
});

describe('moves in an ad-hoc sub-process', () => {
  test('a step is withdrawn while what it made ready has not begun', async () => {
    const story = await begun(gathering('', '<userTask id="check" /><flows>ask > check</flows>'));
    story.begin('ask').complete('ask').withdraw('ask');
    expect(story.tasks).toEqual(['ask']);
    expect(story.startable).toEqual(['ask', 'visit']);
    expect(story.complete('ask').startable).toEqual(['ask', 'visit', 'check']);
  });

  test('back from one step to the one that led to it', async () => {
    const story = await begun(gathering('', '<userTask id="check" /><flows>ask > check</flows>'));
    story.begin('ask').complete('ask').begin('check').returnTo('check', 'ask');
    expect(story.tasks).toEqual(['ask']);
    expect(story.now.arrivals).toEqual([]);
  });

  test('back to the whole, it begins anew', async () => {
    const story = (await begun(gathering())).begin('ask').complete('ask').say().returnTo('report', 'gather');
    expect(story.tasks).toEqual([]);
    expect(story.startable).toEqual(['ask', 'visit']);
  });
});

test('one that its own event sub-process has cut off is over when that is done, though nobody says so', async () => {
  const story = (
    await storyOn(`
      start s
      <adHocSubProcess id="any">
        user a
        <subProcess id="aside" triggeredByEvent="true">
          start late {timer}
          user report
          late > report
        </subProcess>
      </adHocSubProcess>
      user after
      s > any > after`)
  ).start();
  story.due('late').complete('report');
  expect(story.tasks).toEqual(['after']);
});

describe('an ad-hoc sub-process that ends while something in it is being undone', () => {
  const UNDO = `<userTask id="clear" isForCompensation="true" /><userTask id="unvisit" isForCompensation="true" />
    <boundaryEvent id="ask-undo" attachedToRef="ask">${EVENT.compensate}</boundaryEvent><association id="by" sourceRef="ask-undo" targetRef="clear" />
    <boundaryEvent id="visit-undo" attachedToRef="visit">${EVENT.compensate}</boundaryEvent><association id="by2" sourceRef="visit-undo" targetRef="unvisit" />
    <userTask id="drop" /><intermediateThrowEvent id="back">${EVENT.compensate}</intermediateThrowEvent><userTask id="tell" />
    <flows>drop > back; back > tell</flows>`;
  const undoing = async (attributes: string): Promise<Choosing> =>
    (await begun(gathering(attributes, UNDO))).begin('ask').complete('ask').begin('visit').complete('visit').begin('drop').complete('drop');

  test('waits for it where it waits for what still runs, and for nothing that would come after it', async () => {
    for (const ordering of ['', 'ordering="Sequential" ']) {
      const story = (await undoing(`${ordering}cancelRemainingInstances="false"`)).say();
      expect(story.tasks).toEqual(['unvisit']);
      expect(story.complete('unvisit').tasks).toEqual(['clear']);
      expect(story.complete('clear').tasks).toEqual(['report']);
      expect(story.done('back')).toBeDefined();
    }
  });

  test('cuts it off where it cancels what still runs; what was not undone yet can be undone with the whole', async () => {
    const xml = gathering('', UNDO)
      .replace(
        '<userTask id="report" />',
        '<userTask id="report" /><intermediateThrowEvent id="all"><compensateEventDefinition /></intermediateThrowEvent>',
      )
      .replace('sourceRef="report" targetRef="end"', 'sourceRef="report" targetRef="all"');
    const story = (await begun(xml)).begin('ask').complete('ask').begin('visit').complete('visit').begin('drop').complete('drop').say();
    expect(story.tasks).toEqual(['report']);
    // Of the visit the undoing had begun and is cut off; of the asking it had not.
    expect(story.complete('report').tasks).toEqual(['clear']);
    expect(story.complete('clear').ended).toBe('completed');
  });
});

test('in sequence nothing may begin while something is being undone', async () => {
  const undone = `<userTask id="clear" isForCompensation="true" /><boundaryEvent id="ask-undo" attachedToRef="ask">${EVENT.compensate}</boundaryEvent>
    <association id="by" sourceRef="ask-undo" targetRef="clear" />`;
  const story = (await begun(gathering('ordering="Sequential"', undone))).begin('ask').complete('ask');
  story.move({ kind: 'compensate', visits: [story.done('ask')] });
  expect(story.startable).toEqual([]);
  expect(story.complete('clear').startable).toEqual(['ask', 'visit']);
});

test('an ad-hoc sub-process that is ending waits for no event that a border of its last step leads to', async () => {
  const border = `<boundaryEvent id="late" attachedToRef="visit">${EVENT.timer}</boundaryEvent><intermediateCatchEvent id="wait">${EVENT.conditional}</intermediateCatchEvent>
    <flows>late > wait</flows>`;
  const story = (await begun(gathering('cancelRemainingInstances="false"', border))).begin('visit').say().due('late');
  expect(story.open).toEqual(['task report']);
});

test('an ad-hoc sub-process whose results could not be worked out ends when it is tried again', async () => {
  const output = '<extensionElements><gc:out from="count(amount)" to="n" /></extensionElements>';
  const xml = gathering('', '').replace('<userTask id="ask" />', `${output}<userTask id="ask" />`);
  const story = (await begun(xml, { amount: Array.from({ length: 1001 }, () => 1) })).begin('ask').say();
  expect(story.incidents).toEqual(['mappingFailed gather']);
  expect(story.tasks).toEqual([]);
  story.act({ kind: 'change', changes: [{ scope: story.root, path: ['amount'], to: [] }] });
  story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
  expect(story.tasks).toEqual(['report']);
});
