import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** An event that refers to what happens elsewhere in the file finds it there. */
export const rule: Rule = {
  name: 'unknownTrigger',
  severity: 'error',
  sentence: { zh: '事件引用的内容都在文件里', en: 'What an event refers to is in the file' },
  check: (process, around) =>
    unresolvedHere(
      process,
      around,
      ({ property }) => property.startsWith('eventDefinitionRef') || property.endsWith('BehaviorEventRef'),
    ).map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `${at.zh}引用的事件“${to}”不在文件里：请重新设定是什么事件`,
        en: `${begun(at.en)} refers to the event “${to}”, which is not in the file: say anew what it is`,
      };
      return { element, message };
    }),
};
