import { readFileSync } from 'node:fs';
import type { Answer } from '../../../packages/runtime/src/office/office.ts';
import type { CasePage, PlacesPage } from '../../../packages/runtime/src/office/pages.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, yes, type Differently, type Shipped } from './harness.ts';

const diagrams = [{ file: 'movable', xml: readFileSync(new URL('movable.bpmn', import.meta.url), 'utf8') }];

/** An office with flows that can be moved about: 付款, 并行办理, 传签 and 信访调处; 彭飞 begins them. */
export async function movable(differently: Differently = {}) {
  const all = await demoOffice({ diagrams, ...differently });
  const { office } = all;
  const page = async (caseId: string, who = 'li-min'): Promise<CasePage> => yes(await office.case(person(who), id(caseId)));
  const places = async (caseId: string, ...take: readonly string[]): Promise<PlacesPage> =>
    yes(await office.places(person('li-min'), id(caseId), take));
  const told = async (caseId: string, who = 'peng-fei'): Promise<readonly string[]> =>
    yes(await office.timeline(person(who), id(caseId))).map(({ words, detail }) => [words.zh, detail?.zh].filter(Boolean).join('：'));
  const open = async (who: string): Promise<readonly string[]> => (await all.todo(who)).map(({ element }) => element);
  return { ...all, page, places, told, open };
}

/** What a refusal says, in short. */
export function told(answer: Answer<unknown>) {
  if (answer.ok) throw new Error('it was not refused');
  const { code, culprit, expected } = answer;
  return { code, culprit, zh: expected.zh };
}

/** What is heard by whoever may not see the case. */
export const NOT_THERE = { code: 'notFound', zh: '没有这项内容，或者您无权查看' };

/** In these stories the owner 李敏 is the accountant, too, and so may read the cases. */
export const ownerCounts = (shipped: Shipped): unknown => ({
  ...shipped,
  people: shipped.people.map((one) =>
    one.id === 'li-min' ? { ...one, posts: [...one.posts, { post: 'accountant', unit: 'office' }] } : one,
  ),
});

/** 并行办理 with both branches open. */
export async function branched() {
  const all = await movable({ organization: ownerCounts });
  const { case: caseId } = await all.start('peng-fei', 'together', {});
  await all.does('peng-fei', 'first');
  const jump = (who: string, take: readonly string[], element: string, reason = '另有安排') =>
    all.office.jumpCase(person(who), id(caseId), { request: all.request(), take, to: { element, scope: 's1' }, reason });
  const { standing } = await all.places(caseId);
  const visitAt = (element: string): string => standing.find((one) => one.element === element)?.visit ?? 'v999';
  return { ...all, caseId, jump, standing, visitAt };
}

/** Of each step whether it is a place, or why not. */
export const said = (page: PlacesPage) =>
  Object.fromEntries(page.places.map(({ element, legal, reason }) => [element, legal ? 'yes' : reason?.zh]));
export const WAITS = '这样移动后，汇合点会永远等不到其他分支';
