import type { Element } from '../model.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Nobody gets stuck: a gateway, a start and an event in the middle lead on. */
export const rule: Rule = {
  name: 'noWayOn',
  severity: 'error',
  sentence: { zh: '分支处、并行处、开始和途中的事件之后都有去处', en: 'A gateway, a start and an intermediate event lead on' },
  check: (process) =>
    process.elements.filter(stuck).map((element) => {
      const { zh, en } = placeName(process, element.id);
      return {
        element: element.id,
        message: { zh: `${zh}后面没有连线，办件会停在这里`, en: `Nothing follows ${en}: a case would stop here` },
      };
    }),
};

function stuck({ type, outgoing, triggers }: Element): boolean {
  if (outgoing.length > 0) return false;
  // a thrown link goes on at its partner, a compensation handler is joined by an association
  const elsewhere = triggers.some(({ kind }) => kind === 'link' || kind === 'compensate');
  if (type === 'intermediateThrowEvent' || type === 'boundaryEvent') return !elsewhere;
  return type.endsWith('Gateway') || type === 'startEvent' || type === 'intermediateCatchEvent';
}
