import { type Rule, called } from './rule.ts';

/** A boundary event and a start are reached by what happens, never by a flow. */
export const rule: Rule = {
  name: 'boundaryIncoming',
  severity: 'error',
  sentence: { zh: '边界事件和开始事件没有来路', en: 'No flow leads to a boundary event or a start' },
  check: (process) =>
    process.elements
      .filter(({ type, incoming }) => (type === 'boundaryEvent' || type === 'startEvent') && incoming.length > 0)
      .map((element) => {
        const { zh, en } = called(element);
        return { element: element.id, message: { zh: `${zh}不应有来路`, en: `A flow leads to ${en}` } };
      }),
};
