import { describe, expect, test } from '@jest/globals';
import type { IncidentCode } from '../../../packages/runtime/src/kernel/marking.ts';
import type { VisitId } from '../../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { dmn, tableDecision, tableWord } from '../diagram/dmnFile.ts';
import { EVENT } from './drawing.ts';
import { drawn } from './drawn.ts';
import { type Story, storyIn } from './harness.ts';

/** One way in which a case can come to stand still, and what each of the five ways out of it leads to. */
interface Standstill {
  readonly code: string;
  readonly at: string;
  readonly elements: string;
  readonly flows: string;
  readonly given?: Data;
  /** What leads to it after the start. */
  readonly then?: (story: Story) => unknown;
  /** Data with which a retry goes on, and the tasks that are then open; without data a plain retry does. */
  readonly fix?: Data;
  readonly fixed: readonly string[];
  /** Tasks that are open after skipping; null where that is refused. */
  readonly skipped: readonly string[] | null;
  readonly flow?: string;
  /** Jumps take the holder of this element. */
  readonly stands?: string;
}

const many = (inner: string, over = 'people'): string =>
  `<userTask id="sign"><multiInstanceLoopCharacteristics><extensionElements><gc:items over="${over}" as="who" /><gc:collect field="opinion" into="opinions" /></extensionElements>${inner}</multiInstanceLoopCharacteristics></userTask>`;
const badTimer =
  '<timerEventDefinition><extensionElements><gc:timer form="duration" value="when" feel="true" /></extensionElements></timerEventDefinition>';
const set = (from: string): string =>
  `<serviceTask id="count"><extensionElements><gc:set from="${from}" to="n" /></extensionElements></serviceTask>`;
/** More than an expression may count. */
const TOO_LONG = Array.from({ length: 1001 }, () => 1);
const users = (...ids: readonly string[]): string => ids.map((id) => `<userTask id="${id}" />`).join('');
const frame = `<startEvent id="s" />${users('after')}<endEvent id="e" />`;

const STANDSTILLS: { readonly [name: string]: Standstill } = {
  'a choice that cannot be told': {
    code: 'conditionUndecided',
    at: 'which',
    elements: `${frame}<exclusiveGateway id="which" />${users('left')}`,
    flows: 's > which\nwhich > left : amount > 3\nwhich > after : amount <= 3\nleft > e\nafter > e',
    fix: { amount: 5 },
    fixed: ['left'],
    skipped: null,
    flow: 'which-left',
  },
  'a choice that cannot be told, beside a default': {
    code: 'conditionUndecided',
    at: 'which',
    elements: `${frame}<exclusiveGateway id="which" default="which-after" />${users('left')}`,
    flows: 's > which\nwhich > left : amount > 3\nwhich > after\nleft > e\nafter > e',
    fix: { amount: 5 },
    fixed: ['left'],
    skipped: ['after'],
  },
  'a table whose rules contradict each other': {
    code: 'decisionUndecided',
    at: 'decide',
    elements: `<extensionElements>${tableWord('levels', dmn(tableDecision('level', { inputs: ['amount'], outputs: ['x'], rows: ['> 1|"a"', '> 3|"b"'] })))}</extensionElements>${frame}<businessRuleTask id="decide"><extensionElements><gc:rule table="levels" into="level" /></extensionElements></businessRuleTask>`,
    flows: 's > decide\ndecide > after\nafter > e',
    given: { amount: 5 },
    fix: { amount: 2 },
    fixed: ['after'],
    skipped: ['after'],
  },
  'a choice without a way': {
    code: 'noWayOn',
    at: 'which',
    elements: `${frame}<inclusiveGateway id="which" />${users('left')}`,
    flows: 's > which\nwhich > left : amount > 3\nwhich > after : amount < 0\nleft > e\nafter > e',
    given: { amount: 1 },
    fix: { amount: 5 },
    fixed: ['left'],
    skipped: null,
    flow: 'which-after',
  },
  'a step that is done and has no way on': {
    code: 'noWayOn',
    at: 'do',
    elements: `${frame}${users('do')}`,
    flows: 's > do\ndo > after : amount > 3\nafter > e',
    given: { amount: 1 },
    then: (story) => story.complete('do'),
    fix: { amount: 5 },
    fixed: ['after'],
    skipped: ['after'],
  },
  'a join that waits for ever': {
    code: 'noWayOn',
    at: 'join',
    elements: `${frame}<exclusiveGateway id="which" default="which-right" />${users('left', 'right')}<parallelGateway id="join" />`,
    flows: 's > which\nwhich > left : amount > 3\nwhich > right\nleft > join\nright > join\njoin > after\nafter > e',
    given: { amount: 5 },
    then: (story) => story.complete('left'),
    fixed: [],
    skipped: ['after'],
    stands: 'left',
  },
  'a complex gateway that cannot tell whether to start': {
    code: 'conditionUndecided',
    at: 'meet',
    elements: `${frame}<parallelGateway id="fork" />${users('left', 'right')}<complexGateway id="meet"><activationCondition>amount &gt; 3</activationCondition></complexGateway>`,
    flows: 's > fork\nfork > left\nfork > right\nleft > meet\nright > meet\nmeet > after\nafter > e',
    then: (story) => story.complete('left').complete('right'),
    fix: { amount: 5 },
    fixed: ['after'],
    skipped: ['after'],
    stands: 'left',
  },
  'votes that cannot be counted': {
    code: 'conditionUndecided',
    at: 'sign',
    elements: `${frame}${many('<completionCondition>enough</completionCondition>')}`,
    flows: 's > sign\nsign > after\nafter > e',
    given: { people: ['a', 'b'] },
    then: (story) => story.complete('sign', {}, { index: 0 }),
    fix: { enough: true },
    fixed: ['after'],
    skipped: ['sign'],
  },
  'votes in turn that cannot be counted': {
    code: 'conditionUndecided',
    at: 'sign',
    elements: `${frame}${many('<completionCondition>enough</completionCondition>').replace('<multiInstanceLoopCharacteristics>', '<multiInstanceLoopCharacteristics isSequential="true">')}`,
    flows: 's > sign\nsign > after\nafter > e',
    given: { people: ['a', 'b'] },
    then: (story) => story.complete('sign', {}, { index: 0 }),
    fix: { enough: true },
    fixed: ['after'],
    skipped: ['sign'],
  },
  'a loop that cannot tell whether to go on': {
    code: 'conditionUndecided',
    at: 'again',
    elements: `${frame}<userTask id="again"><standardLoopCharacteristics><loopCondition>more</loopCondition></standardLoopCharacteristics></userTask>`,
    flows: 's > again\nagain > after\nafter > e',
    then: (story) => story.complete('again'),
    fix: { more: false },
    fixed: ['after'],
    skipped: ['after'],
  },
  'a condition at a border that is no answer': {
    code: 'conditionUndecided',
    at: 'bad',
    elements: `${frame}${users('do')}<boundaryEvent id="bad" attachedToRef="do"><conditionalEventDefinition><condition>amount</condition></conditionalEventDefinition></boundaryEvent>`,
    flows: 's > do\ndo > after\nbad > after\nafter > e',
    given: { amount: 1 },
    fix: { amount: true },
    fixed: ['after'],
    skipped: ['do'],
  },
  'a condition to wait for that is no answer': {
    code: 'conditionUndecided',
    at: 'bad',
    elements: `${frame}<intermediateCatchEvent id="bad"><conditionalEventDefinition><condition>amount</condition></conditionalEventDefinition></intermediateCatchEvent>`,
    flows: 's > bad\nbad > after\nafter > e',
    given: { amount: 1 },
    fix: { amount: true },
    fixed: ['after'],
    skipped: ['after'],
  },
  'an error of a step that nothing catches': {
    code: 'errorUncaught',
    at: 'do',
    elements: `${frame}${users('do')}`,
    flows: 's > do\ndo > after\nafter > e',
    then: (story) => story.act({ kind: 'fault', visit: story.visitOf('do'), code: 'x', payload: null }),
    fixed: ['do'],
    skipped: ['after'],
  },
  'an error end that nothing catches': {
    code: 'errorUncaught',
    at: 'bad',
    elements: `${frame}<parallelGateway id="fork" /><endEvent id="bad">${EVENT.anyError}</endEvent>`,
    flows: 's > fork\nfork > bad\nfork > after\nafter > e',
    fixed: ['after'],
    skipped: ['after'],
  },
  'a list without anybody': {
    code: 'listEmpty',
    at: 'sign',
    elements: `${frame}${many('')}`,
    flows: 's > sign\nsign > after : count(opinions) < 2\nafter > e',
    given: { people: [] },
    fix: { people: ['a'] },
    fixed: ['sign'],
    skipped: ['after'],
  },
  'a list that is none': {
    code: 'listInvalid',
    at: 'sign',
    elements: `${frame}${many('')}`,
    flows: 's > sign\nsign > after\nafter > e',
    given: { people: 7 },
    fix: { people: ['a'] },
    fixed: ['sign'],
    skipped: ['after'],
  },
  'a job that failed': {
    code: 'jobFailed',
    at: 'push',
    elements: `${frame}<serviceTask id="push"><extensionElements><gc:job name="push" /></extensionElements></serviceTask>`,
    flows: 's > push\npush > after\nafter > e',
    then: (story) => story.act({ kind: 'jobFailed', job: story.wait('job', 'push').id, code: 'down' }),
    fixed: [],
    skipped: ['after'],
  },
  'a value that cannot be worked out': {
    code: 'mappingFailed',
    at: 'count',
    elements: `${frame}${set('count(amount)')}`,
    flows: 's > count\ncount > after\nafter > e',
    given: { amount: TOO_LONG },
    fix: { amount: [] },
    fixed: ['after'],
    skipped: ['after'],
  },
  'a message whose content cannot be worked out': {
    code: 'mappingFailed',
    at: 'tell',
    elements: `${frame}<intermediateThrowEvent id="tell"><extensionElements><gc:payload from="count(amount)" to="n" /></extensionElements><signalEventDefinition signalRef="bell" /></intermediateThrowEvent>`,
    flows: 's > tell\ntell > after\nafter > e',
    given: { amount: TOO_LONG },
    fix: { amount: [] },
    fixed: ['after'],
    skipped: ['after'],
  },
  'a moment that is none': {
    code: 'timerInvalid',
    at: 'wait',
    elements: `${frame}<intermediateCatchEvent id="wait">${badTimer}</intermediateCatchEvent>`,
    flows: 's > wait\nwait > after\nafter > e',
    given: { when: 'soon' },
    fix: { when: 'P1D' },
    fixed: [],
    skipped: ['after'],
  },
  'a moment at a border that is none': {
    code: 'timerInvalid',
    at: 'late',
    elements: `${frame}${users('do')}<boundaryEvent id="late" attachedToRef="do">${badTimer}</boundaryEvent>`,
    flows: 's > do\ndo > after\nlate > after\nafter > e',
    given: { when: 'soon' },
    fix: { when: 'P1D' },
    fixed: ['do'],
    skipped: ['do'],
  },
  'the only moment of a choice that is none': {
    code: 'timerInvalid',
    at: 'wait',
    elements: `${frame}<eventBasedGateway id="first" /><intermediateCatchEvent id="wait">${badTimer}</intermediateCatchEvent>`,
    flows: 's > first\nfirst > wait\nwait > after\nafter > e',
    given: { when: 'soon' },
    fix: { when: 'P1D' },
    fixed: [],
    skipped: ['after'],
  },
  'a moment that would start something beside': {
    code: 'timerInvalid',
    at: 'tick',
    elements: `${frame}${users('do')}<subProcess id="beside" triggeredByEvent="true"><startEvent id="tick" isInterrupting="false">${badTimer}</startEvent>${users('extra')}<flows>tick > extra</flows></subProcess>`,
    flows: 's > do\ndo > after\nafter > e',
    given: { when: 'soon' },
    fix: { when: 'P1D' },
    fixed: ['do'],
    skipped: ['do'],
    stands: 'do',
  },
  'a call of what there is not': {
    code: 'callUnknown',
    at: 'seal',
    elements: `${frame}<callActivity id="seal" calledElement="nothing" />`,
    flows: 's > seal\nseal > after\nafter > e',
    fixed: [],
    skipped: ['after'],
  },
  'a call whose result cannot be taken over': {
    code: 'mappingFailed',
    at: 'seal',
    elements: `${frame}<callActivity id="seal" calledElement="sealing"><extensionElements><gc:out from="count(amount)" to="n" /></extensionElements></callActivity>`,
    flows: 's > seal\nseal > after\nafter > e',
    then: (story) => story.complete('press', { amount: TOO_LONG }, { own: true }),
    fixed: [],
    skipped: ['after'],
  },
  'a start that runs in circles': {
    code: 'stepBudget',
    at: 's',
    elements: `${frame}<exclusiveGateway id="round" default="round-task" /><task id="task" />`,
    flows: 's > round\nround > task\nround > after : stop\ntask > round\nafter > e',
    given: { stop: false },
    fix: { stop: true },
    fixed: ['after'],
    skipped: null,
  },
  'a moment after which it runs in circles': {
    code: 'stepBudget',
    at: 'drawn',
    elements: `${frame}<intermediateCatchEvent id="wait">${EVENT.timer}</intermediateCatchEvent><exclusiveGateway id="round" default="round-task" /><task id="task" />`,
    flows: 's > wait\nwait > round\nround > task\nround > after : stop\ntask > round\nafter > e',
    given: { stop: false },
    then: (story) => story.due('wait'),
    fix: { stop: true },
    fixed: ['after'],
    skipped: [],
    stands: 'wait',
  },
};

const CALLED = `<process id="sealing" isExecutable="true"><startEvent id="s2" /><userTask id="press" /><sequenceFlow id="s2-press" sourceRef="s2" targetRef="press" /></process>`;

async function arrange({ elements, flows, given, then, at, code }: Standstill): Promise<Story> {
  const xml = drawn(elements, flows)
    .replace('<process ', '<signal id="bell" name="bell" /><process ')
    .replace(/<\/definitions>$/, `${CALLED}</definitions>`);
  const story = (await storyIn(xml)).start(given);
  then?.(story);
  expect(story.incidents).toContain(`${code} ${at}`);
  return story;
}

const incidentOf = (story: Story, { code, at }: Standstill) => {
  const incident = story.now.incidents.find((one) => one.code === code && one.element === at);
  if (!incident) throw new Error(`no ${code} at ${at}`);
  return incident;
};

/** Whatever was done: somebody or something can still go on, or all is over. */
function expectAlive(story: Story): void {
  const { waits, incidents, tokens } = story.now;
  if (story.ended) expect([waits.length, incidents.length, tokens.length]).toEqual([0, 0, 0]);
  else expect(waits.length + incidents.length).toBeGreaterThan(0);
}

/** Completes and answers whatever is open until the case ends. */
function finish(story: Story): void {
  for (let acts = 0; !story.ended; acts += 1) {
    const wait = story.now.waits.find(({ kind, visit }) => visit && (kind === 'task' || kind === 'job' || kind === 'timer'));
    if (!wait?.visit || acts > 50) throw new Error(`stands still: ${story.open.join()} ${story.incidents.join()}`);
    if (wait.kind === 'task') story.act({ kind: 'complete', visit: wait.visit, changes: [] });
    else if (wait.kind === 'job') story.act({ kind: 'answer', job: wait.id, changes: [] });
    else story.act({ kind: 'due', timer: wait.id, occurrence: 1 });
  }
}

describe.each(Object.entries(STANDSTILLS))('%s', (_, about) => {
  test('is tried again: it stands still as before, or goes on where trying helps', async () => {
    const story = await arrange(about);
    story.act({ kind: 'retry', incident: incidentOf(story, about).id });
    expectAlive(story);
    if (!about.fix) expect(story.tasks).toEqual(about.fixed);
  });

  test('goes on by a retry once its data are right', async () => {
    const story = await arrange(about);
    const changes = Object.entries(about.fix ?? {}).map(([key, to]) => ({ scope: story.root, path: [key], to }));
    if (changes.length > 0) story.act({ kind: 'change', changes });
    const left = story.now.incidents.find((one) => one.code === about.code && one.element === about.at);
    if (left) story.act({ kind: 'retry', incident: left.id });
    expect(story.tasks).toEqual(about.fixed);
    if (about.fix) expect(story.incidents).toEqual([]);
    expectAlive(story);
    if (about.fix) finish(story);
  });

  test('is skipped, or says what is lacking for that', async () => {
    const story = await arrange(about);
    const incident = incidentOf(story, about).id;
    const refused = story.try({ kind: 'skip', incident });
    if (about.skipped) expect(story.tasks).toEqual(about.skipped);
    else expect(refused?.code).toBe(about.flow ? 'required' : 'notWaiting');
    if (about.flow) {
      expect(story.try({ kind: 'skip', incident, flow: 'nowhere' as never })?.code).toBe('invalidInput');
      story.act({ kind: 'skip', incident, flow: about.flow as never });
      expect(story.tasks).toEqual([about.flow.split('-')[1]]);
    }
    expectAlive(story);
    if (refused && !about.flow) return;
    expect(story.now.incidents.some((one) => one.id === incident)).toBe(false);
    if (about.code !== 'stepBudget') finish(story);
  });

  test('is moved elsewhere, and ends from there', async () => {
    const story = await arrange(about);
    const incident = incidentOf(story, about);
    const names = story.stands(about.stands);
    const beside = story.now.arrivals.map((arrival) => arrival.from);
    const take: readonly VisitId[] = incident.visit ? [incident.visit] : beside.length > 0 ? beside : names;
    story.move({
      kind: 'jump',
      take,
      put: [{ element: (about.at === 'bad' && names.length === 0 ? 'e' : 'after') as never, scope: story.root }],
    });
    expect(story.now.incidents.filter((one) => one.id === incident.id && about.at !== 'tick')).toEqual([]);
    expectAlive(story);
    if (!story.ended) finish(story);
  });

  test('is cancelled', async () => {
    const story = await arrange(about);
    story.act({ kind: 'cancel', reason: '' });
    expect(story.ended).toBe('cancelled');
    expectAlive(story);
    expect(story.try({ kind: 'cancel', reason: '' })?.code).toBe('notWaiting');
  });
});

test('a moment after which it ran in circles comes again with a retry, because nobody else would let it come', async () => {
  const about = STANDSTILLS['a moment after which it runs in circles'] as Standstill;
  const story = await arrange(about);
  const [again] = story.act({ kind: 'retry', incident: incidentOf(story, about).id }).now.incidents;
  expect(story.incidents).toEqual(['stepBudget drawn']);
  expect(again?.id).not.toBe(incidentOf(await arrange(about), about).id);
  expect(story.open).toEqual(['timer wait']);
});

describe('a step that had told of an error nobody takes, and is then done all the same', () => {
  const WAYS = `${frame}${users('a', 'left')}`;
  const FLOWS = 's > a\na > left : amount > 3\na > after : amount <= 3\nleft > e\nafter > e';
  const failed = async (elements = WAYS, flows = FLOWS): Promise<Story> => {
    const story = (await storyIn(drawn(elements, flows))).start();
    return story.act({ kind: 'fault', visit: story.visitOf('a'), code: 'x', payload: null });
  };

  test('has not failed: only its way on is still to be found', async () => {
    const story = (await failed()).complete('a');
    expect(story.incidents).toEqual(['conditionUndecided a']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual([]);
  });

  test('is not opened again by a retry of the error, in a case that was written with both', async () => {
    const story = await failed();
    const [error] = story.now.incidents;
    story.complete('a', {});
    if (!error || !story.marking) throw new Error('no incident');
    story.marking = { ...story.marking, incidents: [error, ...story.marking.incidents] };
    story.act({ kind: 'retry', incident: error.id });
    expect(story.tasks).toEqual([]);
    expect(story.incidents).toEqual(['conditionUndecided a']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['amount'], to: 5 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['left']);
  });

  test('nor is one whose results could not be worked out', async () => {
    const story = await failed(
      `${frame}<userTask id="a"><extensionElements><gc:out from="count(amount)" to="n" /></extensionElements></userTask>`,
      's > a\na > after\nafter > e',
    );
    story.complete('a', { amount: TOO_LONG });
    expect(story.incidents).toEqual(['mappingFailed a']);
  });
});

test('there is a standstill for every code', () => {
  // Lacks a member, and does not compile, once there is a code without one.
  const codes: { readonly [code in IncidentCode]: true } = {
    conditionUndecided: true,
    decisionUndecided: true,
    noWayOn: true,
    errorUncaught: true,
    listEmpty: true,
    listInvalid: true,
    jobFailed: true,
    mappingFailed: true,
    timerInvalid: true,
    callUnknown: true,
    stepBudget: true,
  };
  expect(new Set(Object.values(STANDSTILLS).map(({ code }) => code))).toEqual(new Set(Object.keys(codes)));
});

test('what was wrong with the start of an event sub-process is over with the sub-process that it would have stood in', async () => {
  const inner = `${users('a')}<subProcess id="aside" triggeredByEvent="true"><startEvent id="late" isInterrupting="false">${badTimer}</startEvent>${users('look')}<flows>late > look</flows></subProcess>`;
  const story = (
    await storyIn(drawn(`<startEvent id="s" /><subProcess id="sub">${inner}</subProcess>${users('after')}`, 's > sub\nsub > after'))
  ).start();
  expect(story.incidents).toEqual(['timerInvalid late']);
  expect(story.complete('a')).toMatchObject({ tasks: ['after'], incidents: [] });
});

test('a timer of an event sub-process of the case itself reads what the case begins with', async () => {
  const aside = `<subProcess id="aside" triggeredByEvent="true"><startEvent id="late" isInterrupting="false">${badTimer}</startEvent>${users('look')}<flows>late > look</flows></subProcess>`;
  const story = (await storyIn(drawn(`<startEvent id="s" />${users('a')}${aside}`, 's > a'))).start({ when: 'P3D' });
  expect(story).toMatchObject({ open: ['task a', 'timer late'], incidents: [] });
});
