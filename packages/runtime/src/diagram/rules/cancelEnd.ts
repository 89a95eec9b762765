import { indexed } from '../indexed.ts';
import type { Element, Process } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A cancellation ends what is done as a whole, so it stands within it. */
export const rule: Rule = {
  name: 'cancelEnd',
  severity: 'error',
  sentence: { zh: '整体取消的结束在整体办理的子流程里', en: 'A cancellation ends within what it cancels' },
  check: (process) =>
    process.elements
      .filter(
        (event) => event.type === 'endEvent' && event.triggers.some(({ kind }) => kind === 'cancel') && !isWithinWhole(process, event),
      )
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}要取消整个子流程，而它不在“要么全办、要么全撤”的子流程里：请移进去，或者改为普通的结束`,
          en: `${begun(at.en)} cancels a whole, but is not within a sub-process that is done as a whole or not at all: move it there, or make it a plain end`,
        })),
      ),
};

function isWithinWhole(process: Process, event: Element): boolean {
  const { element } = indexed(process);
  for (let around = element(event.parent ?? undefined); around; around = element(around.parent ?? undefined))
    if (around.type === 'transaction') return true;
  return false;
}
