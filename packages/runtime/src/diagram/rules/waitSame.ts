import type { Element } from '../model.ts';
import { behind, faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Two ways that wait for the very same thing cannot be told apart when it comes. */
export const rule: Rule = {
  name: 'waitSame',
  severity: 'warning',
  sentence: { zh: '同一等候处等的事各不相同', en: 'A wait waits for different things' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'eventBasedGateway')
      .flatMap((gateway) => {
        const seen = new Set<string>();
        return behind(process, gateway).filter((target) => {
          const what = waitedFor(target);
          const again = what !== undefined && seen.has(what);
          if (what !== undefined) seen.add(what);
          return again;
        });
      })
      .map((target) =>
        faultAt(process, target, (at) => ({
          zh: `${at.zh}与同一等候处的另一条路等的是同一件事，来了分不清走哪条：请改等别的，或者合成一条路`,
          en: `${begun(at.en)} waits for the same as another way of its wait, so nobody can tell which is taken: change one, or make them one way`,
        })),
      ),
};

/** A message or signal, with the key that tells cases apart. */
function waitedFor({ triggers, message }: Element): string | undefined {
  const [trigger] = triggers;
  if (message) return JSON.stringify(['message', message.name, message.key ?? '']);
  if (trigger?.kind === 'message') return JSON.stringify(['message', trigger.name, trigger.key ?? '']);
  return trigger?.kind === 'signal' ? JSON.stringify(['signal', trigger.name]) : undefined;
}
