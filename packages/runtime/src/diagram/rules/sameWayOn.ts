import { names } from '../feel/names.ts';
import type { Decision } from '../office.ts';
import type { Process } from '../model.ts';
import { expressionsOf } from './expressions.ts';
import { type Rule, called } from './rule.ts';

/** What sends back or refuses makes a difference: somewhere the flow asks what was decided. */
export const rule: Rule = {
  name: 'sameWayOn',
  severity: 'warning',
  sentence: { zh: '退回或不同意与同意走不同的路', en: 'What is sent back or refused goes another way than what is agreed' },
  check(process) {
    const asked = askedIn(process);
    return process.elements.flatMap((element) => {
      const { decision } = element.office;
      if (!decision || asked.has(decision.key) || decision.options.length < 2) return [];
      const against = decision.options.find(({ manner }) => manner === 'back' || manner === 'refuse');
      if (!against) return [];
      const at = called(element);
      const answer = called({ id: against.value, name: against.name });
      const message = {
        zh: `${at.zh}选${answer.zh}也照样往下走：后面没有按${resultOf(decision).zh}分支`,
        en: `${at.en} goes on just the same where ${answer.en} is chosen: no way behind it asks for ${resultOf(decision).en}`,
      };
      return [{ element: element.id, message }];
    });
  },
};

const resultOf = ({ key, name }: Decision) => called({ id: key, name });

/** Every name that decides about something: read by an expression, or gathered for one. */
function askedIn(process: Process): ReadonlySet<string> {
  const collected = process.elements.flatMap(({ many }) => many?.collect.map(({ field }) => field) ?? []);
  return new Set([...expressionsOf(process).flatMap(({ feel, foreign }) => (foreign ? [] : names(feel))), ...collected]);
}
