import { type Condition, isEach, type Part } from '../../condition/condition.ts';
import { readCondition } from '../../condition/read.ts';
import { writeCondition } from '../../condition/write.ts';
import type { Drawn, ModdleElement, Services } from '../../file/moddle.ts';
import { drawnOf, flowsFrom } from '../../file/process.ts';
import { arrowOf, beginOf, putCondition, type Arrow } from '../condition/arrows.ts';
import { subjectsOf } from '../condition/subjects.ts';
import { together } from '../together.ts';
import { namesOf, type Use, usesOfAnswer } from './uses.ts';

/** One answer: an option of a field or a button of a decision, under which key its value is kept. */
export interface AnswerOf {
  readonly process: ModdleElement;
  readonly key: string;
  readonly value: string;
}

/** An arrow that tests an answer: without the answer it can never be gone (null), or this is left of its condition. */
export interface Tested {
  readonly arrow: Arrow;
  readonly feel: string | null;
}

/** What tests an answer: the arrows, which can be changed with it; and other places, which must be changed first. */
export function testsOf(modeler: Services, answer: AnswerOf): { readonly arrows: readonly Tested[]; readonly others: readonly Use[] } {
  const uses = usesOfAnswer(answer.process, answer.key, answer.value);
  const isArrow = ({ at }: Use): boolean => at.$instanceOf('bpmn:SequenceFlow');
  const arrows = uses.filter(isArrow).flatMap(({ at }): Tested[] => {
    const drawn = drawnOf(modeler, at);
    return drawn ? [tested(arrowOf(drawn), answer)] : [];
  });
  return { arrows, others: uses.filter((use) => !isArrow(use)) };
}

function tested(arrow: Arrow, answer: AnswerOf): Tested {
  const condition = readCondition(arrow.feel);
  return { arrow, feel: condition ? without(condition, answer) : null };
}

/** What is left of a condition where nobody can give the answer any more: null where it can never hold, empty where it says nothing any more. */
function without({ join, parts }: Condition, { process, key, value }: AnswerOf): string | null {
  const names = new Set(namesOf(process, key));
  const asks = (part: Part): boolean => {
    const test = isEach(part) ? part.test : part;
    return names.has(isEach(part) ? part.list : part.of) && 'value' in test && test.value === value;
  };
  const never = (part: Part): boolean => ['equal', 'contains'].includes(isEach(part) ? part.test.is : part.is);
  const [gone, left] = [parts.filter(asks), parts.filter((part) => !asks(part))];
  if (join === 'all' ? gone.some(never) : left.length === 0 && gone.every(never)) return null;
  const always = join === 'any' && gone.some((part) => !never(part));
  return always || left.length === 0 ? '' : writeCondition({ join: left.length > 1 ? join : 'all', parts: left });
}

interface Removing {
  removeElements(elements: readonly Drawn[]): void;
}

/** Takes an answer away – `take` does that – with the arrows that can no longer be gone, and with what other arrows say of it: one step of undo. */
export function removeAnswer(modeler: Services, arrows: readonly Tested[], take: () => void): void {
  together(modeler, () => {
    for (const { arrow, feel } of arrows) {
      const begin = beginOf(arrow.drawn);
      if (feel === null && begin && goesAlong(arrow)) modeler.get<Removing>('modeling').removeElements([arrow.drawn]);
      else if (begin) putCondition(modeler, arrow.drawn, { feel: feel ?? '', saying: { subjects: subjectsOf(processAt(begin), begin) } });
    }
    take();
  });
}

/** Whether an arrow without its condition goes, too: out of a branch that has other ways. The only way out stays, without a condition. */
export function goesAlong({ drawn }: Arrow): boolean {
  const begin = beginOf(drawn);
  return begin !== undefined && begin.$instanceOf('bpmn:Gateway') && flowsFrom(begin).length > 1;
}

function processAt(element: ModdleElement): ModdleElement {
  let at = element;
  while (at.$parent && at.$type !== 'bpmn:Process') at = at.$parent;
  return at;
}
