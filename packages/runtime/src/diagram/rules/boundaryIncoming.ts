import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A boundary event and a start are reached by what happens, never by a flow. */
export const rule: Rule = {
  name: 'boundaryIncoming',
  severity: 'error',
  sentence: { zh: '没有连线连到步骤边上的事件，也没有连到开始', en: 'No flow leads to a boundary event or a start' },
  check: (process) =>
    process.elements
      .filter(({ type, incoming }) => (type === 'boundaryEvent' || type === 'startEvent') && incoming.length > 0)
      .map((element) => {
        const { zh, en } = placeName(process, element.id);
        return {
          element: element.id,
          message: {
            zh: `连线不能连到${zh}：它由发生的事（如到时、来消息）引起`,
            en: `No arrow may lead to ${en}: what happens brings it about`,
          },
        };
      }),
};
