import type { Element } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step whose parts are told of as they end says what is told. */
export const rule: Rule = {
  name: 'manyWithoutEvent',
  severity: 'error',
  sentence: { zh: '每办完一份要发出的事写明是什么', en: 'What is sent as each part ends is named' },
  check: (process) =>
    process.elements
      .filter(({ many }) => many && lacksEvent(many))
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}设为每办完一份就发出通知，却没有说发出什么：请写明，或者改为全部办完再往下走`,
          en: `${begun(at.en)} is to tell of each part as it ends, but not by what: name it, or go on when all are done`,
        })),
      ),
};

function lacksEvent({ behavior, noneEvent, oneEvent, complex }: NonNullable<Element['many']>): boolean {
  if (behavior === 'none') return !noneEvent;
  if (behavior === 'one') return !oneEvent;
  return behavior === 'complex' && (complex.length === 0 || complex.some(({ throws }) => throws.length === 0));
}
