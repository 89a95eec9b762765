import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A sub-process that an event begins has one start: it says what event. */
export const rule: Rule = {
  name: 'asideStarts',
  severity: 'error',
  sentence: { zh: '遇事才办的子流程只有一个开始', en: 'A sub-process that an event begins has one start' },
  check: (process) =>
    process.elements
      // one without any is told as every sub-process is
      .filter(
        ({ id, eventSubProcess }) =>
          eventSubProcess &&
          indexed(process)
            .inside(id)
            .filter(({ type }) => type === 'startEvent').length > 1,
      )
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}里画了几个开始：请只留一个，其余的事另画子流程`,
          en: `${begun(at.en)} has several starts: leave one, and draw a sub-process for each other event`,
        })),
      ),
};
