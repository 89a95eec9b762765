import { describe, expect, test } from '@jest/globals';
import { checkDiagram } from '../../../packages/runtime/src/diagram/check.ts';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { drawing, EVENT } from './drawing.ts';
import { plansOf, Story } from './harness.ts';

/** Table 10.93 of BPMN 2.0.2: the places where events stand, and which may stand there. */
const KINDS = [
  'none',
  'message',
  'timer',
  'error',
  'escalation',
  'cancel',
  'compensate',
  'conditional',
  'link',
  'signal',
  'terminate',
  'multiple',
] as const;
type Kind = (typeof KINDS)[number];

const EVENTS: { readonly [K in Kind]: string } = { ...EVENT, multiple: EVENT.message + EVENT.signal };

interface Place {
  readonly allowed: readonly Kind[];
  /** The diagram with the event `x` at this place. */
  lines(kind: Kind): string;
  /** Lets it happen; tells the open steps after it, or how the case has ended. */
  run(story: Story, kind: Kind): unknown;
  readonly expected: { readonly [K in Kind]?: unknown };
}

/** What comes from outside or is done inside, so that the event happens. */
function happens(story: Story, kind: Kind, host = 'work'): Story {
  switch (kind) {
    case 'message':
      return story.message('x');
    case 'timer':
      return story.due('x');
    case 'signal':
    case 'multiple':
      return story.act({ kind: 'signal', name: 'bell', payload: {} });
    case 'conditional':
      return story.act({ kind: 'change', changes: [{ scope: story.root, path: ['ready'], to: true }] });
    case 'error':
      return story.act({ kind: 'fault', visit: story.visitOf(host), code: 'err', payload: null });
    case 'escalation':
      return story.act({ kind: 'escalate', visit: story.visitOf(host), code: 'esc', payload: null });
    case 'cancel':
    case 'compensate':
      return story.complete('inner');
    default:
      return story;
  }
}

const steps = (story: Story): unknown => (story.ended ? story.ended : story.tasks);
const all = (kinds: readonly Kind[], what: unknown): Place['expected'] => Object.fromEntries(kinds.map((kind) => [kind, what]));

const START: readonly Kind[] = ['none', 'message', 'timer', 'conditional', 'signal', 'multiple'];
const CATCH: readonly Kind[] = ['message', 'timer', 'conditional', 'signal', 'multiple'];
const BESIDE: readonly Kind[] = [...CATCH, 'escalation'];
const ASIDE: readonly Kind[] = [...BESIDE, 'error', 'compensate'];
const EDGE: readonly Kind[] = [...BESIDE, 'error', 'cancel', 'compensate'];
const THROW: readonly Kind[] = ['none', 'message', 'escalation', 'compensate', 'link', 'signal', 'multiple'];
const END: readonly Kind[] = ['none', 'message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate', 'multiple'];

/** A compensation event sub-process stands inside of what it undoes. */
const aside = (interrupting: boolean) => (kind: Kind) => {
  const sub = `
      <subProcess id="side" triggeredByEvent="true">
        <startEvent id="x" isInterrupting="${interrupting}">${EVENTS[kind]}</startEvent>
        user handled
        x > handled
      </subProcess>`;
  return kind === 'compensate'
    ? `start s\n<subProcess id="host">\nstart go\nuser inner\ngo > inner\n${sub}\n</subProcess>\nend back {compensate}\ns > host > back`
    : `start s\nuser work\ns > work\n${sub}`;
};

/** A cancel border belongs to a transaction, a compensation border to what is done before it is undone. */
const edge = (interrupting: boolean) => (kind: Kind) => {
  const border = `<boundaryEvent id="x" attachedToRef="host" cancelActivity="${interrupting}">${EVENTS[kind]}</boundaryEvent>`;
  if (kind === 'cancel')
    return `start s\n<transaction id="host">\nstart go\nuser inner\nend no {cancel}\ngo > inner > no\n</transaction>\n${border}\nuser handled\ns > host\nx > handled`;
  if (kind === 'compensate')
    return `start s\n<subProcess id="host">\nstart go\nuser inner\ngo > inner\n</subProcess>\n${border}
      <userTask id="handled" isForCompensation="true" /><association id="by" sourceRef="x" targetRef="handled" />\nend back {compensate}\ns > host > back`;
  return `start s\n<subProcess id="host">\nstart go\nuser work\ngo > work\n</subProcess>\n${border}\nuser handled\ns > host\nx > handled`;
};

/** A transaction around, with something to undo in it, and listeners for whatever is thrown. */
const thrown = (event: string, more: string) => `
  start s
  <transaction id="host">
    start go
    user inner
    undo inner by handled
    ${event}
    go > inner > x
    ${more}
  </transaction>
  on host failed {error}
  user onError
  failed > onError
  beside host raised {escalation}
  user onEscalation
  raised > onEscalation
  on host called {cancel}
  user onCancel
  called > onCancel
  beside host rung {signal}
  user onSignal
  rung > onSignal
  user after
  s > host > after`;

const PLACES: { readonly [name: string]: Place } = {
  start: {
    allowed: START,
    lines: (kind) => `<startEvent id="x">${EVENTS[kind]}</startEvent>\nuser work\nx > work`,
    run: (story) => steps(story.start({}, 'x')),
    expected: all(START, ['work']),
  },
  'event sub-process start, interrupting': {
    allowed: ASIDE,
    lines: aside(true),
    run: (story, kind) => steps(happens(story.start(), kind)),
    expected: all(ASIDE, ['handled']),
  },
  'event sub-process start, beside': {
    allowed: BESIDE,
    lines: aside(false),
    run: (story, kind) => steps(happens(story.start(), kind)),
    expected: all(BESIDE, ['handled', 'work']),
  },
  'intermediate catch': {
    allowed: [...CATCH, 'link'],
    lines: (kind) =>
      kind === 'link'
        ? `start s\nthrow t {link}\ns > t\n<intermediateCatchEvent id="x">${EVENTS[kind]}</intermediateCatchEvent>\nuser work\nx > work`
        : `start s\n<intermediateCatchEvent id="x">${EVENTS[kind]}</intermediateCatchEvent>\nuser work\ns > x > work`,
    run: (story, kind) => steps(kind === 'link' ? story.start() : happens(story.start(), kind)),
    expected: all([...CATCH, 'link'], ['work']),
  },
  'behind an event-based gateway': {
    allowed: CATCH,
    lines: (kind) =>
      `start s\nfirst g\n<intermediateCatchEvent id="x">${EVENTS[kind]}</intermediateCatchEvent>\nuser work\nuser other
       catch y <messageEventDefinition />\ns > g > x > work\ng > y > other`,
    run: (story, kind) => steps(happens(story.start(), kind)),
    expected: all(CATCH, ['work']),
  },
  'boundary, interrupting': {
    allowed: EDGE,
    lines: edge(true),
    run: (story, kind) => steps(happens(story.start(), kind)),
    expected: all(EDGE, ['handled']),
  },
  'boundary, beside': {
    allowed: BESIDE,
    lines: edge(false),
    run: (story, kind) => steps(happens(story.start(), kind)),
    expected: all(BESIDE, ['handled', 'work']),
  },
  'intermediate throw': {
    allowed: THROW,
    lines: (kind) =>
      thrown(
        `<intermediateThrowEvent id="x">${EVENTS[kind]}</intermediateThrowEvent>`,
        kind === 'link' ? 'catch over {link}\nuser on\nover > on' : 'user on\nx > on',
      ),
    run: (story) => [steps(story.start().complete('inner')), story.all.flatMap(({ kind }) => (kind.endsWith('Sent') ? [kind] : []))],
    expected: {
      none: [['on'], []],
      message: [['on'], ['messageSent']],
      escalation: [['on', 'onEscalation'], []],
      compensate: [['handled'], []],
      link: [['on'], []],
      signal: [['on', 'onSignal'], ['signalSent']],
      multiple: [
        ['on', 'onSignal'],
        ['messageSent', 'signalSent'],
      ],
    },
  },
  end: {
    allowed: END,
    lines: (kind) => thrown(`<endEvent id="x">${EVENTS[kind]}</endEvent>`, 'user beside\ngo > beside'),
    run: (story) => [steps(story.start().complete('inner')), story.all.flatMap(({ kind }) => (kind.endsWith('Sent') ? [kind] : []))],
    expected: {
      none: [['beside'], []],
      message: [['beside'], ['messageSent']],
      error: [['onError'], []],
      escalation: [['beside', 'onEscalation'], []],
      cancel: [['handled'], []],
      compensate: [['beside', 'handled'], []],
      signal: [['beside', 'onSignal'], ['signalSent']],
      terminate: [['after'], []],
      multiple: [
        ['beside', 'onSignal'],
        ['messageSent', 'signalSent'],
      ],
    },
  },
};

/** What undoes interrupts nothing, so whether the drawing says so does not matter there. */
const BORDERS: ReadonlySet<string> = new Set(['boundary, beside', 'event sub-process start, beside']);

const cells = (allowed: boolean): readonly (readonly [string, Kind])[] =>
  Object.entries(PLACES).flatMap(([name, place]) =>
    KINDS.filter((kind) => place.allowed.includes(kind) === allowed && !(BORDERS.has(name) && kind === 'compensate')).map(
      (kind) => [name, kind] as const,
    ),
  );

async function read(name: string, kind: Kind) {
  const place = PLACES[name];
  if (!place) throw new Error(`no place ${name}`);
  const parsed = await parseDiagram(drawing(place.lines(kind)));
  if (!parsed.ok) throw new Error(parsed.expected.en ?? parsed.expected.zh);
  const plans = plansOf(parsed.diagram.processes, 'p');
  const errors = checkDiagram(parsed.diagram)
    .filter(({ element, severity, rule }) => element === 'x' && severity === 'error' && rule !== 'unknownName')
    .map(({ rule }) => rule);
  return { place, plans, errors, lacking: unsupported(plans) };
}

describe('an event that the standard allows', () => {
  test.each(cells(true))('at %s: %s', async (name, kind) => {
    const { place, plans, errors, lacking } = await read(name, kind);
    expect(lacking).toEqual([]);
    expect(errors).toEqual([]);
    expect(place.run(new Story(plans), kind)).toEqual(place.expected[kind]);
  });
});

describe('an event that the standard does not allow', () => {
  test.each(cells(false))('at %s: %s is told before it is published, and the kernel lets no token wait for nothing', async (name, kind) => {
    const { plans, errors, lacking } = await read(name, kind);
    expect([...errors, ...lacking.map(({ construct }) => construct)]).not.toEqual([]);
    const story = new Story(plans);
    if (lacking.length > 0) return;
    story.try({ kind: 'start', at: (name === 'start' ? 'x' : 's') as never, payload: {} });
    for (let round = 0; round < 5; round += 1) for (const task of story.marking ? story.tasks.slice(0, 1) : []) story.complete(task);
  });
});

test.each([...BORDERS])('at %s: what undoes is there whether it is said to interrupt or not', async (name) => {
  const { place, plans, lacking } = await read(name, 'compensate');
  expect(lacking).toEqual([]);
  expect(place.run(new Story(plans), 'compensate')).toEqual(['handled']);
});

test('an error ends what it happens to, even where the drawing says that it does not interrupt', async () => {
  const parsed = await parseDiagram(drawing('start s\nservice work\nbeside work x {error}\nuser handled\ns > work\nx > handled'));
  if (!parsed.ok) throw new Error(parsed.culprit);
  const story = new Story(plansOf(parsed.diagram.processes, 'p')).start();
  story.act({ kind: 'fault', visit: story.wait('job', 'work').visit ?? ('' as never), code: 'err', payload: null });
  expect(story.open).toEqual(['task handled']);
});
