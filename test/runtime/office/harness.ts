import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Calendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Answer, Office } from '../../../packages/runtime/src/office/office.ts';
import type { Done, TaskCard } from '../../../packages/runtime/src/office/pages.ts';
import { seedOffice } from '../../../packages/runtime/src/office/seed.ts';
import type { Executor } from '../../../packages/runtime/src/ports/executor.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { createMemoryStore } from '../../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock, type Clock } from '../../../packages/runtime/src/words/clock.ts';
import { id, type PersonId } from '../../../packages/runtime/src/words/ids.ts';
import type { Json } from '../../../packages/runtime/src/words/json.ts';

const seed = {
  organization: JSON.parse(readFileSync('processes/organization.json', 'utf8')) as unknown,
  diagrams: ['04-electronic-documents', '06-seal-use'].map((file) => ({ file, xml: readFileSync(`processes/${file}.bpmn`, 'utf8') })),
};

export const person = (name: string): PersonId => id(name);

/** The value of an answer that must be yes. */
export function yes<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The organization as it ships, for changing. */
export interface Shipped {
  readonly people: readonly { readonly id: string; readonly posts: readonly { readonly post: string; readonly unit: string }[] }[];
  readonly [more: string]: unknown;
}

/** How an office of a story differs from the demo office. */
export interface Differently {
  readonly store?: Store;
  /** UTC; 2026-11-24 09:00 in Shanghai where nothing is said. */
  readonly at?: string;
  readonly organization?: (shipped: Shipped) => unknown;
  readonly calendar?: Calendar;
  readonly executor?: Executor;
  readonly diagrams?: typeof seed.diagrams;
}

let newStore: (clock: Clock) => Store | Promise<Store> = createMemoryStore;

/** From now on offices keep their cases in stores made so: the same stories are told on other stores. */
export function keepIn(make: typeof newStore): void {
  newStore = make;
}

let runsOn: Executor = kernelExecutor;

/** From now on cases run on this: the same stories are told on another executor. */
export function runOn(executor: Executor): void {
  runsOn = executor;
}

/** The demo office on a store of its own, with a clock that stands. */
export async function demoOffice(differently: Differently = {}) {
  const clock = fixedClock(differently.at ?? '2026-11-24T01:00:00Z');
  const store = differently.store ?? (await newStore(clock));
  const office = createOffice({
    store,
    executor: differently.executor ?? runsOn,
    clock,
    ...(differently.calendar ? { calendar: differently.calendar } : {}),
  });
  const organization = differently.organization ? differently.organization(seed.organization as Shipped) : seed.organization;
  yes(await seedOffice(office, { organization, diagrams: differently.diagrams ?? seed.diagrams }));
  return { office, clock, store, ...acting(office) };
}

/** The organization in which one person is different. */
export const withPerson =
  (who: string, more: object) =>
  (shipped: Shipped): unknown => ({
    ...shipped,
    people: shipped.people.map((one) => (one.id === who ? { ...one, ...more } : one)),
  });

let requests = 0;
const request = (): string => {
  requests += 1;
  return `request-${requests}`;
};

/** People at work, told briefly: who does which step with what. */
function acting(office: Office) {
  const todo = async (who: string): Promise<readonly TaskCard[]> => yes(await office.tasks(person(who), { list: 'todo', limit: 50 })).rows;
  const taskOf = async (who: string, element: string): Promise<TaskCard> => {
    const cards = await todo(who);
    const card = cards.find((one) => one.element === element);
    if (!card) throw new Error(`${who} has no task at ${element}, but at: ${cards.map((one) => one.element).join(', ')}`);
    return card;
  };
  const start = async (who: string, flow: string, values: { readonly [field: string]: Json }): Promise<Done> =>
    yes(await office.startCase(person(who), { request: request(), flow, values }));
  const complete = async (
    who: string,
    task: string,
    about: { readonly values?: { readonly [field: string]: Json }; readonly outcome?: string; readonly confirmed?: readonly string[] } = {},
  ) =>
    office.completeTask(person(who), id(task), {
      request: request(),
      values: Object.fromEntries(Object.entries(about.values ?? {}).map(([field, to]) => [field, { to }])),
      confirmed: about.confirmed ?? [],
      ...(about.outcome === undefined ? {} : { outcome: about.outcome }),
    });
  const does = async (who: string, element: string, about: Parameters<typeof complete>[2] = {}): Promise<Done> =>
    yes(await complete(who, (await taskOf(who, element)).id, about));
  const upload = async (who: string, name = '来文.pdf'): Promise<Json> => {
    const file = yes(await office.upload(person(who), { name, mediaType: 'application/pdf', content: bytes('%PDF-1.7') }));
    return [{ id: file.id, name: file.name, size: file.size, mediaType: file.mediaType }];
  };
  const receive = async (title = '关于开展第四季度税收调研的通知'): Promise<Done> =>
    start('wu-fang', 'incoming-document', {
      title,
      fromUnit: '市税务局',
      sourceNo: '市税发〔2026〕88号',
      copies: 1,
      urgency: 'normal',
      receivedOn: '2026-11-24',
      files: await upload('wu-fang'),
    });
  /** 收文 up to 转相关处室承办. */
  const passOn = async (units: readonly string[]): Promise<Done> => {
    await receive();
    await does('wu-fang', 'in_register', { outcome: 'none' });
    await does('li-min', 'in_propose', { values: { proposal: '请税政科、征管科阅办。', handlingDepts: units } });
    await does('chen-zhiqiang', 'in_instruct', { values: { instruction: '同意，抓紧办理。' }, outcome: 'handle' });
    return does('wu-fang', 'in_pass', { values: { handlingDepts: units, dueDate: '2026-12-04' } });
  };
  return { todo, taskOf, start, complete, does, upload, receive, passOn, request };
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** What a refusal says, for comparing. */
export function refusal(answer: Answer<unknown>): { readonly code: string; readonly culprit: string } {
  expect(answer.ok).toBe(false);
  return answer.ok ? { code: 'none', culprit: '' } : { code: answer.code, culprit: answer.culprit };
}
