import { indexed } from '../indexed.ts';
import type { Process } from '../model.ts';
import { begun } from './placeName.ts';
import type { Around, Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** Whatever else the file refers to is in it. */
export const rule: Rule = {
  name: 'unknownReference',
  severity: 'warning',
  sentence: { zh: '文件引用的其他内容都在文件里', en: 'Whatever else is referred to is in the file' },
  check: (process, around) =>
    unresolvedHere(
      process,
      around,
      ({ property, element }) => !TOLD.has(property) && !property.endsWith('BehaviorEventRef') && !isLoose(process, around, element),
    ).map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `${at.zh}引用的“${to}”不在文件里：请重新连上，或者去掉`,
        en: `${begun(at.en)} refers to “${to}”, which is not in the file: join it anew, or take it away`,
      };
      return { element, message };
    }),
};

/** Those that have rules of their own; the loose ends of arrows and messages and of events on an edge are told as such. */
const TOLD: ReadonlySet<string> = new Set([
  'messageRef',
  'signalRef',
  'errorRef',
  'escalationRef',
  'eventDefinitionRef',
  'default',
  'activityRef',
  'processRef',
  'flowNodeRef',
  'attachedToRef',
]);

const isLoose = (process: Process, { diagram }: Around, element: string): boolean =>
  indexed(process).flow(element) !== undefined || diagram.messageFlows.some(({ id }) => id === element);
