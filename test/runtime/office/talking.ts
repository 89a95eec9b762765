import { loadCase } from '../../../packages/runtime/src/office/caseLog.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { type Differently, demoOffice, person, yes } from './harness.ts';
import { newRequest } from './studio.ts';
import { begin, end, letters, line, message, step } from './letters.ts';

export const ASK = line('ask', [
  begin('a1'),
  message('intermediateThrowEvent', 'asks', { name: '询问', key: 'number', carries: 'number' }),
  message('intermediateCatchEvent', 'hears', { name: '答复', key: 'number', carries: 'reply' }),
  step('reads'),
  end('a9'),
]);
export const EXPERT = line('expert', [
  message('startEvent', 'e1', { name: '询问', carries: 'number' }),
  step('thinks', 'registry'),
  message('intermediateThrowEvent', 'answers', { name: '答复', key: 'number', carries: 'reply' }),
  end('e9'),
]);
export const WAITS = line('waits', [
  begin('w1'),
  step('prepares'),
  message('intermediateCatchEvent', 'listens', { name: '通知', key: 'number' }),
  step('follows'),
  end('w9'),
]);
/** As `WAITS`, where whoever holds the registry’s post may bring what it waits for. */
export const HEARS = line(
  'waits',
  [
    begin('w1'),
    step('prepares'),
    message('intermediateCatchEvent', 'listens', { name: '通知', key: 'number', carries: 'reply' }),
    step('follows'),
    end('w9'),
  ],
  'registry',
);
export const TELLS = line('tells', [begin('t1'), message('endEvent', 't9', { name: '通知', key: 'number', keepFor: 'P2D' })]);

const shipped = (...processes: readonly string[]) => [{ file: 'letters', xml: letters(processes.join('')) }];

/** An office with these flows; 彭飞 begins what is begun. */
export async function talking(processes: readonly string[], differently: Differently = {}) {
  const all = await demoOffice({ diagrams: shipped(...processes), ...differently });
  const starts = async (flow: string, number: string): Promise<string> => (await all.start('peng-fei', flow, { number })).case;
  const page = async (caseId: string, who = 'peng-fei') => yes(await all.office.case(person(who), id(caseId)));
  const timeline = async (caseId: string, who = 'peng-fei') =>
    yes(await all.office.timeline(person(who), id(caseId))).map((entry) => entry.words.zh);
  /** Where the cases of a flow stand: at which steps. */
  const standing = async (flow: string) => {
    const streams = await all.store.streams('case/', '', 100);
    const cases = await Promise.all(streams.map(async (stream) => loadCase(all.store, id(stream.slice('case/'.length)))));
    return cases
      .flatMap((one) => (one && one.facts.definition.startsWith(`${flow}@`) ? [one.facts] : []))
      .map((facts) => ({ at: facts.tasks.map((task) => task.element), status: facts.status, family: facts.family, case: facts.case }));
  };
  const brings = (
    who: string,
    input: { readonly name: string; readonly key?: string; readonly payload?: Data; readonly request?: string; readonly keepFor?: string },
  ) => all.office.bringMessage(person(who), { request: newRequest(), payload: {}, ...input });
  const sweep = () => all.office.sweep('test');
  return { ...all, starts, page, timeline, standing, sweep, brings };
}
