import { indexed } from '../indexed.ts';
import type { Element } from '../model.ts';
import { begun, placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Behind a wait stands what is waited for: an event that comes, or the receipt of a message. */
export const rule: Rule = {
  name: 'waitTarget',
  severity: 'error',
  sentence: { zh: '等候处之后直接连着要等的事', en: 'Behind a wait stands what it waits for' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'eventBasedGateway')
      .flatMap((gateway) =>
        indexed(process)
          .outOf(gateway.id)
          .filter(({ to }) => !canBeWaitedFor(indexed(process).element(to)))
          .map((flow) => {
            const [at, next] = [placeName(process, gateway.id), placeName(process, flow.to)];
            const message = {
              zh: `${at.zh}之后连着${next.zh}，它不是能等来的事：请在中间加上要等的消息、定时、信号或条件`,
              en: `${begun(at.en)} leads to ${next.en}, which is nothing to wait for: put the message, timer, signal or condition between them`,
            };
            return { element: flow.id, message };
          }),
      ),
};

const WAITED: ReadonlySet<string> = new Set(['message', 'timer', 'signal', 'conditional']);

function canBeWaitedFor(target: Element | undefined): boolean {
  // a loose end is told by its own rule, and so is an event that waits for nothing
  if (!target || target.type === 'receiveTask') return true;
  return target.type === 'intermediateCatchEvent' && target.triggers.every(({ kind }) => WAITED.has(kind));
}
