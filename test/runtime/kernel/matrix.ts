import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { EVENT } from './drawing.ts';
import { drawn } from './drawn.ts';
import type { Story } from './harness.ts';

/** What is done to a case: a task is completed by its name, a timer `due x` fires, a message `tell x` comes. */
export type Act = string;

/** A construct between a step before it and a step behind it, and how far it can have been answered. */
export interface Place {
  readonly xml: string;
  readonly given?: Data;
  /** What a person may decide when completing a step: the ways on. */
  readonly decisions: readonly Data[];
  readonly answered: { readonly none: readonly Act[]; readonly some: readonly Act[]; readonly all: readonly Act[] };
}

const ends = '<startEvent id="s" /><userTask id="before" /><userTask id="behind" /><endEvent id="e" />';
const around = (inside: string, first: string, last = first): { readonly elements: string; readonly flows: string } => ({
  elements: ends + inside,
  flows: `s > before\nbefore > ${first}\n${last} > behind\nbehind > e`,
});

function place(
  { elements, flows }: ReturnType<typeof around>,
  more: Omit<Place, 'xml' | 'decisions'> & { readonly flows?: string; readonly called?: string; readonly decisions?: readonly Data[] },
): Place {
  const xml = drawn(elements, `${flows}\n${more.flows ?? ''}`)
    .replace('<process ', '<message id="letter" name="letter" /><process ')
    .replace('</definitions>', `${more.called ?? ''}</definitions>`);
  return { decisions: [{}], ...more, xml };
}

const task = (id: string, inner = ''): string => `<userTask id="${id}">${inner}</userTask>`;
const many = (attributes: string, completion = ''): string =>
  task(
    'sign',
    `<multiInstanceLoopCharacteristics ${attributes}><extensionElements><gc:items over="people" as="who" /></extensionElements>${completion}</multiInstanceLoopCharacteristics>`,
  );
const sub = (id: string, inside: string, attributes = ''): string => `<subProcess id="${id}" ${attributes}>${inside}</subProcess>`;
const people = { people: ['a', 'b', 'c'] };
const pq = `<startEvent id="in" />${task('p')}${task('q')}<endEvent id="out" /><flows>in > p; p > q; q > out</flows>`;

export const PLACES: { readonly [name: string]: Place } = {
  single: place(around(task('one'), 'one'), { answered: { none: ['before'], some: ['before'], all: ['before', 'one'] } }),
  parallel: place(
    around(`<parallelGateway id="fork" />${task('a')}${task('a2')}${task('b')}<parallelGateway id="join" />`, 'fork', 'join'),
    {
      flows: 'fork > a\na > a2\na2 > join\nfork > b\nb > join',
      answered: { none: ['before'], some: ['before', 'a', 'b'], all: ['before', 'b', 'a', 'a2'] },
    },
  ),
  inclusive: place(
    around(
      `<inclusiveGateway id="split" default="split-c" />${task('a')}${task('b')}${task('c')}<inclusiveGateway id="join" />`,
      'split',
      'join',
    ),
    {
      given: { x: true, y: true },
      flows: 'split > a : x\nsplit > b : y\nsplit > c\na > join\nb > join\nc > join',
      decisions: [true, false].flatMap((x) => [true, false].map((y) => ({ x, y }))),
      answered: { none: ['before'], some: ['before', 'a'], all: ['before', 'b', 'a'] },
    },
  ),
  '会签, all at once': place(around(many(''), 'sign'), {
    given: people,
    answered: { none: ['before'], some: ['before', 'sign'], all: ['before', 'sign', 'sign', 'sign'] },
  }),
  '会签, in turn': place(around(many('isSequential="true"'), 'sign'), {
    given: people,
    answered: { none: ['before'], some: ['before', 'sign'], all: ['before', 'sign', 'sign', 'sign'] },
  }),
  票签: place(
    around(many('', '<completionCondition>numberOfCompletedInstances / numberOfInstances &gt;= 0.6</completionCondition>'), 'sign'),
    { given: people, answered: { none: ['before'], some: ['before', 'sign'], all: ['before', 'sign', 'sign'] } },
  ),
  'the second pass of a circle': place(
    around(
      `<exclusiveGateway id="merge" />${task('a')}${task('b')}<exclusiveGateway id="again" default="again-done" /><exclusiveGateway id="done" />`,
      'merge',
      'done',
    ),
    {
      given: { more: true },
      flows: 'merge > a\na > b\nb > again\nagain > merge : more\nagain > done',
      decisions: [{ more: true }, { more: false }],
      answered: { none: ['before', 'a', 'b'], some: ['before', 'a', 'b', 'a'], all: ['before', 'a', 'b', 'a', 'b!'] },
    },
  ),
  'the second round of a loop': place(
    around(
      task('a', '<standardLoopCharacteristics loopMaximum="3"><loopCondition>more</loopCondition></standardLoopCharacteristics>'),
      'a',
    ),
    {
      given: { more: true },
      decisions: [{ more: true }, { more: false }],
      answered: { none: ['before', 'a'], some: ['before', 'a', 'a'], all: ['before', 'a', 'a!'] },
    },
  ),
  'sub-process': place(around(sub('part', pq), 'part'), {
    answered: { none: ['before'], some: ['before', 'p'], all: ['before', 'p', 'q'] },
  }),
  call: place(around('<callActivity id="part" calledElement="called" />', 'part'), {
    called: `<process id="called" isExecutable="true">${drawn(pq, '').split('isExecutable="true">')[1]?.split('</process>')[0] ?? ''}</process>`,
    answered: { none: ['before'], some: ['before', 'p'], all: ['before', 'p', 'q'] },
  }),
  'event sub-process that cuts in': place(
    around(
      sub(
        'part',
        `${pq}${sub('off', `<startEvent id="cut">${EVENT.message}</startEvent>${task('tidy')}${task('tidy2')}<flows>cut > tidy; tidy > tidy2</flows>`, 'triggeredByEvent="true"')}`,
      ),
      'part',
    ),
    { answered: { none: ['before', 'tell cut'], some: ['before', 'p', 'tell cut', 'tidy'], all: ['before', 'tell cut', 'tidy', 'tidy2'] } },
  ),
  'event sub-process beside': place(
    around(
      sub(
        'part',
        `${pq}${sub('ask', `<startEvent id="asked" isInterrupting="false">${EVENT.timer}</startEvent>${task('reply')}<flows>asked > reply</flows>`, 'triggeredByEvent="true"')}`,
      ),
      'part',
    ),
    { answered: { none: ['before', 'due asked'], some: ['before', 'due asked', 'p'], all: ['before', 'due asked', 'reply', 'p', 'q'] } },
  ),
  'side branch of an event that does not interrupt': place(
    around(
      `${sub('part', pq)}<boundaryEvent id="late" attachedToRef="part" cancelActivity="false">${EVENT.timer}</boundaryEvent>${task('nudge')}${task('nudge2')}`,
      'part',
    ),
    {
      flows: 'late > nudge\nnudge > nudge2',
      answered: { none: ['before', 'due late'], some: ['before', 'due late', 'nudge'], all: ['before', 'due late', 'nudge', 'p', 'q'] },
    },
  ),
};

/** Does one act; `!` decides the last way there is, anything else the first. */
export function perform(story: Story, act: Act, { decisions }: Pick<Place, 'decisions'>): void {
  const [first = '', second = ''] = act.split(' ');
  if (first === 'due') story.due(second);
  else if (first === 'tell') story.message(second);
  else {
    const name = first.replace('!', '');
    story.complete(name, { ...(first.endsWith('!') ? decisions.at(-1) : decisions[0]), [`said-${name}`.replace('-', '_')]: true });
  }
}

/** More at once than these is not looked at: what can come again and again does so without end. */
const CROWD = 7;

/** The keys of all markings that a case can come to without any move. */
export function plainKeys(story: Story, place: Place): ReadonlySet<string> {
  const keys = new Set<string>();
  const open: Story[] = [story];
  for (let now = open.pop(); now; now = open.pop()) {
    if (keys.has(now.key)) continue;
    keys.add(now.key);
    if (now.now.tokens.length < CROWD) open.push(...nexts(now, place));
  }
  return keys;
}

const nexts = (now: Story, { decisions }: Place): readonly Story[] =>
  now.now.waits.flatMap((wait) => {
    if (wait.kind === 'timer') return [now.fork().act({ kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 })];
    if (wait.kind === 'message') return [now.fork().act({ kind: 'message', wait: wait.id, id: 'm', payload: {} })];
    const { visit } = wait;
    if (!visit) return [];
    return decisions.map((values) => now.fork().act({ kind: 'complete', visit, changes: changesOf(now, values) }));
  });

const changesOf = (story: Story, values: Data) => Object.entries(values).map(([key, to]) => ({ scope: story.root, path: [key], to }));

/** Completes whatever is open, deciding the last way there is, until the case has ended. */
export function finish(story: Story, { decisions }: Place): void {
  for (let acts = 0; story.ended === undefined; acts += 1) {
    const visit = story.now.waits.find(({ kind }) => kind === 'task')?.visit;
    if (!visit || acts > 60) throw new Error(`never ends: ${story.open.join()} ${story.incidents.join()} ${story.key}`);
    story.act({ kind: 'complete', visit, changes: changesOf(story, decisions.at(-1) ?? {}) });
  }
}
