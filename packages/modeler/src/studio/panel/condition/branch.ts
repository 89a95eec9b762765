import { nameIn } from '../extension.ts';
import { elementAt, elementsAt, type Drawn, type ModdleElement, type Services } from '../moddle.ts';
import { decisionOf, type OptionPlain, ownName } from '../form/fieldPlain.ts';
import { processOf } from '../form/process.ts';
import { together } from '../together.ts';
import { type Arrow, arrowsFrom, isAnswer, putCondition } from './arrows.ts';
import { isEach } from './condition.ts';
import { readCondition } from './read.ts';
import { subjectsOf } from './subjects.ts';

/** The branch right behind a step; undefined where the step does not lead to one, or leads several ways. */
export function branchBehind(step: ModdleElement): ModdleElement | undefined {
  const ways = elementsAt(step, 'outgoing');
  const [way] = ways;
  const next = ways.length === 1 && way ? elementAt(way, 'targetRef') : undefined;
  return next?.$instanceOf('bpmn:ExclusiveGateway') ? next : undefined;
}

/** Which way each answer of a step's decision goes; `null` where there is none for it. */
export interface Branching {
  readonly option: OptionPlain;
  readonly arrow: Arrow | null;
}

/**
 * Gives each answer of a step's decision a way out of the branch behind it: the way that asks for it already, else the one of its name, else
 * the next in the file's order. A way for everything else stays that, and takes what is left.
 */
export function branchingOf(modeler: Services, step: ModdleElement): readonly Branching[] {
  const decision = decisionOf(step);
  const branch = branchBehind(step);
  if (!decision || !branch) return [];
  const options = decision.options ?? [];
  const free = new Set(arrowsFrom(modeler, branch));
  const chosen = new Map<OptionPlain, Arrow>();
  const match = (fits: (option: OptionPlain, arrow: Arrow) => boolean): void => {
    for (const option of options) {
      const arrow = chosen.has(option) ? undefined : [...free].find((one) => fits(option, one));
      if (!arrow) continue;
      chosen.set(option, arrow);
      free.delete(arrow);
    }
  };
  match((option, arrow) => asksFor(arrow, decision.key) === option.value);
  match((option, arrow) => nameIn(arrow.drawn, 'zh') !== '' && nameIn(arrow.drawn, 'zh') === ownName(option, 'zh'));
  match((_, arrow) => !arrow.otherwise && arrow.feel === '');
  match((_, arrow) => !arrow.otherwise && asksFor(arrow, decision.key) !== undefined);
  match((_, arrow) => arrow.otherwise);
  return options.map((option) => ({ option, arrow: chosen.get(option) ?? null }));
}

/** The answer that an arrow's condition asks for, where it asks for nothing else. */
function asksFor({ feel }: Arrow, key: string): string | undefined {
  const condition = feel === '' ? undefined : readCondition(feel);
  const [part] = condition?.parts ?? [];
  return condition?.parts.length === 1 && part && !isEach(part) && part.is === 'equal' && part.of === key ? String(part.value) : undefined;
}

/** Makes the branch behind a step go by its decision: one step of undo. Answers without a way are left to be drawn. */
export function branchByDecision(modeler: Services, step: Drawn): void {
  const process = processOf(step);
  const decision = decisionOf(step.businessObject);
  const branch = branchBehind(step.businessObject);
  if (!process || !decision || !branch) return;
  const saying = { subjects: subjectsOf(process, branch) };
  const ways = branchingOf(modeler, step.businessObject);
  together(modeler, () => {
    for (const { option, arrow } of ways)
      if (arrow && !arrow.otherwise) putCondition(modeler, arrow.drawn, { feel: isAnswer(decision.key, option.value), saying });
  });
}

/** Whether the branch behind a step goes by its decision already, each answer its own way. */
export const goesByDecision = (modeler: Services, step: ModdleElement): boolean => {
  const key = decisionOf(step)?.key;
  const ways = branchingOf(modeler, step);
  return (
    key !== undefined &&
    ways.length > 0 &&
    ways.every(({ option, arrow }) => arrow && (arrow.otherwise || asksFor(arrow, key) === option.value))
  );
};
