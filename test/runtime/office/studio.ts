import { readFileSync } from 'node:fs';
import type { DrawingPage, PublishDrawing } from '../../../packages/runtime/src/office/pages.ts';
import type { Office } from '../../../packages/runtime/src/office/office.ts';
import { demoOffice, person, yes, type Differently } from './harness.ts';

/** The flow that stories draw on, as it ships. */
export const SEAL = readFileSync('processes/06-seal-use.bpmn', 'utf8');

/** It with a mark in it, so that it is another text. */
export const marked = (mark: string): string => SEAL.replace('<bpmn:documentation>', `<bpmn:documentation>${mark} `);

/** A small flow of its own: a start, as many steps as named, each done by who began it, and an end. */
export const small = (key: string, steps: readonly string[] = ['办理']): string => {
  const ids = [`${key}_start`, ...steps.map((_, index) => `${key}_step${index + 1}`), `${key}_end`];
  const arrows = ids.slice(1).map((to, index) => `<bpmn:sequenceFlow id="${key}_${index}" sourceRef="${ids[index]}" targetRef="${to}" />`);
  const tasks = steps.map(
    (name, index) =>
      `<bpmn:userTask id="${key}_step${index + 1}" name="${name}"><bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements></bpmn:userTask>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="t">
  <bpmn:process id="${key}" name="流程${key}" isExecutable="true">
    <bpmn:extensionElements><gc:starter kind="initiator" /></bpmn:extensionElements>
    <bpmn:startEvent id="${key}_start" />${tasks.join('')}<bpmn:endEvent id="${key}_end" />${arrows.join('')}
  </bpmn:process>
</bpmn:definitions>`;
};

/** Two files as one that holds the processes of both. */
export const together = (one: string, other: string): string =>
  one.replace('</bpmn:definitions>', `${/<bpmn:process[\s\S]*<\/bpmn:process>/.exec(other)?.[0] ?? ''}</bpmn:definitions>`);

let requests = 0;
/** A request id that was never used. */
export const newRequest = (): string => {
  requests += 1;
  return `drawing-${requests}`;
};

/** One tab of one process owner's browser, on one flow. */
export const tabOf = (office: Office, who: string, { hold, flow = 'seal-use' }: { readonly hold: string; readonly flow?: string }) => ({
  read: () => office.drawing(person(who), flow, hold),
  page: async (): Promise<DrawingPage> => yes(await office.drawing(person(who), flow, hold)),
  hold: (takeOver = false) => office.holdDrawing(person(who), flow, { hold, takeOver }),
  save: (revision: number, xml: string, release = false) => office.saveDrawing(person(who), flow, { hold, revision, xml, release }),
  /** Saves on what there is now. */
  async draws(xml: string): Promise<number> {
    const { revision } = yes(await office.drawing(person(who), flow, hold));
    return yes(await office.saveDrawing(person(who), flow, { hold, revision, xml })).revision;
  },
  release: () => office.releaseDrawing(person(who), flow, { hold }),
  discard: () => office.discardDrawing(person(who), flow, { hold }),
  keep: (words: string) => office.keepDrawing(person(who), flow, { hold, words }),
  kept: async () => yes(await office.keptDrawings(person(who), flow)),
  textOf: async (point: string) => yes(await office.keptDrawing(person(who), flow, point)).xml,
  publish: (more: Partial<PublishDrawing> & Pick<PublishDrawing, 'revision' | 'latest'>) =>
    office.publishDrawing(person(who), flow, { request: newRequest(), hold, note: '增加复核', effectiveFrom: null, ...more }),
  /** Publishes the draft as it is now. */
  async publishes(more: Partial<PublishDrawing> = {}) {
    const { revision, latest } = yes(await office.drawing(person(who), flow, hold));
    return office.publishDrawing(person(who), flow, {
      request: newRequest(),
      hold,
      revision,
      latest,
      note: '增加复核',
      effectiveFrom: null,
      ...more,
    });
  },
});

/** The demo office with its two process owners, 李敏 and 张伟, each with a tab; 李敏 has two. */
export async function studio(differently: Differently = {}) {
  const story = await demoOffice(differently);
  return {
    ...story,
    li: tabOf(story.office, 'li-min', { hold: 'first-tab' }),
    liAgain: tabOf(story.office, 'li-min', { hold: 'second-tab' }),
    zhang: tabOf(story.office, 'zhang-wei', { hold: 'tab-of-zhang' }),
    on: (flow: string, who = 'li-min', hold = 'first-tab') => tabOf(story.office, who, { hold, flow }),
  };
}
