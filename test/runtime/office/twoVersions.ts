import type { Office } from '../../../packages/runtime/src/office/office.ts';
import type { Done } from '../../../packages/runtime/src/office/pages.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { caseStream, id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, yes } from './harness.ts';
import { newRequest } from './studio.ts';

/** One step as it is written: its id, its name, and what stands in it. */
export type Step = readonly [own: string, name: string, inner?: string];

export const BY_INITIATOR = '<gc:assignment kind="initiator" />';
export const limit = (days: number): string => `${BY_INITIATOR}<gc:deadline id="limit" name="办理时限" amount="${days}" unit="wd" />`;

/** A flow of one row of steps; version after version of it. */
export const row = (...steps: readonly Step[]): string => {
  const ids = ['a_start', ...steps.map(([own]) => own), 'a_end'];
  const arrows = ids.slice(1).map((to, at) => `<bpmn:sequenceFlow id="to_${to}" sourceRef="${ids[at]}" targetRef="${to}" />`);
  const tasks = steps.map(
    ([own, name, inner = BY_INITIATOR]) =>
      `<bpmn:userTask id="${own}" name="${name}"><bpmn:extensionElements>${inner}</bpmn:extensionElements></bpmn:userTask>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="t">
  <bpmn:process id="a" name="办事" isExecutable="true">
    <bpmn:extensionElements><gc:starter kind="initiator" /></bpmn:extensionElements>
    <bpmn:startEvent id="a_start" />${tasks.join('')}<bpmn:endEvent id="a_end" />${arrows.join('')}
  </bpmn:process>
</bpmn:definitions>`;
};

export const OLD = row(['one', '拟稿'], ['two', '审核'], ['three', '归档']);
export const NEW = row(['one', '拟稿'], ['check', '审核'], ['extra', '复核'], ['last', '存档']);

/** An office with one flow whose second version is published, and cases of the first at each of its steps: 王芳 began them. */
export async function versions({
  next = NEW,
  old = OLD,
  done = [0, 1, 2],
}: {
  readonly next?: string;
  readonly old?: string;
  readonly done?: readonly number[];
} = {}) {
  const story = await demoOffice({ diagrams: [{ file: 'a', xml: old }] });
  const cases: string[] = [];
  for (const steps of done) {
    const begun = await story.start('wu-fang', 'a', {});
    cases.push(begun.case);
    for (let step = 0, [at] = begun.now; step < steps && at; step += 1) [at] = yes(await story.complete('wu-fang', at.task)).now;
  }
  yes(await story.office.publish('system', { file: 'a', xml: next, note: '改' }));
  const asks = acting(story.office);
  const cardsOf = async (caseId: string) => (await story.todo('wu-fang')).filter((card) => card.case === caseId);
  /** Signs for the only task of a case. */
  const take = async (who: string, { now }: Done) =>
    yes(await story.office.takeTask(person(who), id(now[0]?.task ?? ''), { request: newRequest() }));
  return { ...story, ...asks, cases, cardsOf, take };
}

export function acting(office: Office, who = 'li-min') {
  const preview = (map: { readonly [from: string]: string } = {}, from = 1, to = 2) =>
    office.previewMigration(person(who), 'a', { from, to, map });
  return {
    preview,
    begin: (tried: string, request = newRequest()) => office.beginMigration(person(who), 'a', { request, preview: tried }),
    /** Tries and moves. */
    async moves(map: { readonly [from: string]: string } = {}) {
      const tried = yes(await preview(map));
      return yes(await office.beginMigration(person(who), 'a', { request: newRequest(), preview: tried.preview }));
    },
    undo: (migration: string) => office.undoMigration(person(who), 'a', migration),
    page: async (migration: string) => yes(await office.migration(person(who), 'a', migration)),
  };
}

/** Everything about a case that undoing must give back: all but numbers, which never come again. */
export async function standing(store: Store, caseId: string) {
  const head = await store.load(caseStream(id(caseId)));
  if (!head?.snapshot) throw new Error(`no case ${caseId}`);
  const { body, definition } = head.snapshot;
  return { body: { ...(body as object), next: 0 }, data: head.data, facts: head.facts, definition };
}
