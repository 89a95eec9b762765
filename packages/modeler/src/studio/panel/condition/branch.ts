import { nameIn } from '../../file/extension.ts';
import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement, type Services } from '../../file/moddle.ts';
import { decisionOf, type OptionPlain } from '../form/fieldPlain.ts';
import { ownName } from '../../file/named.ts';
import { drawnOf, flowsFrom, processOf } from '../../file/process.ts';
import { together } from '../together.ts';
import { type Arrow, arrowsFrom, isAnswer, putCondition } from './arrows.ts';
import { isEach } from '../../condition/condition.ts';
import { readCondition } from '../../condition/read.ts';
import { subjectsOf } from './subjects.ts';
import { aroundOf, type Laid, wayAround } from './wayAround.ts';

/** The branch right behind a step; undefined where the step does not lead to one, or leads several ways. */
export function branchBehind(step: ModdleElement): ModdleElement | undefined {
  const ways = flowsFrom(step);
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
 * Gives each answer of a step's decision a way out of the branch behind it: the way that it takes already, else the one of its name, else the
 * next in the file's order; a way for everything else takes what is left.
 */
export function branchingOf(modeler: Services, step: ModdleElement): readonly Branching[] {
  const decision = decisionOf(step);
  const branch = branchBehind(step);
  if (!decision || !branch) return [];
  const options = decision.options ?? [];
  const arrows = arrowsFrom(modeler, branch);
  const chosen = new Map<OptionPlain, Arrow>();
  const match = (fits: (option: OptionPlain, arrow: Arrow) => boolean, shared: boolean): void => {
    for (const option of options) {
      if (chosen.has(option)) continue;
      const taken = new Set(chosen.values());
      const arrow = arrows.find((one) => (shared || !taken.has(one)) && fits(option, one));
      if (arrow) chosen.set(option, arrow);
    }
  };
  match((option, arrow) => asksFor(arrow, decision.key, option.value) === true, true);
  match((option, arrow) => arrow.feel === '' && nameIn(arrow.drawn, 'zh') === ownName(option, 'zh'), false);
  match((_, arrow) => !arrow.otherwise && arrow.feel === '', false);
  // One that asks for an answer that is no longer there.
  match(
    (_, arrow) => !arrow.otherwise && arrow.feel !== '' && options.every(({ value }) => asksFor(arrow, decision.key, value) === false),
    false,
  );
  match((_, arrow) => arrow.otherwise, true);
  return options.map((option) => ({ option, arrow: chosen.get(option) ?? null }));
}

/** Whether an arrow is taken for an answer; undefined where that depends on other things as well. */
function asksFor({ feel }: Arrow, key: string, value: string): boolean | undefined {
  const condition = feel === '' ? undefined : readCondition(feel);
  if (!condition) return undefined;
  const holds = new Set(
    condition.parts.map((part) => {
      if (isEach(part) || part.of !== key || (part.is !== 'equal' && part.is !== 'unequal')) return undefined;
      return (part.value === value) === (part.is === 'equal');
    }),
  );
  if (holds.has(undefined)) return undefined;
  return condition.join === 'all' ? !holds.has(false) : holds.has(true);
}

/** Makes the branch behind a step go by its decision: one step of undo. Answers without a way are left to be drawn. */
export function branchByDecision(modeler: Services, step: Drawn): void {
  const process = processOf(step);
  const decision = decisionOf(step.businessObject);
  const branch = branchBehind(step.businessObject);
  if (!process || !decision || !branch) return;
  const saying = { subjects: subjectsOf(process, branch) };
  const ways = branchingOf(modeler, step.businessObject).flatMap(({ option, arrow }) =>
    arrow && !arrow.otherwise && asksFor(arrow, decision.key, option.value) !== true ? [{ option, arrow: arrow.drawn }] : [],
  );
  if (ways.length === 0) return;
  together(modeler, () => {
    for (const { option, arrow } of ways) putCondition(modeler, arrow, { feel: isAnswer(decision.key, option.value), saying });
  });
}

/** Whether the branch behind a step goes by its decision already, each answer its own way. */
export const goesByDecision = (modeler: Services, step: ModdleElement): boolean => {
  const key = decisionOf(step)?.key;
  const ways = branchingOf(modeler, step);
  return (
    key !== undefined &&
    ways.length > 0 &&
    ways.every(({ option, arrow }) => arrow && (arrow.otherwise || asksFor(arrow, key, option.value) === true))
  );
};

type Laying = Drawn & Laid;

interface Drawing {
  connect(
    from: Drawn,
    to: Drawn,
    attributes: { readonly type: string; readonly waypoints?: ReturnType<typeof wayAround>['waypoints'] },
  ): Drawn;
}

/** Draws the way that an answer goes, from the branch behind the step, with its condition: one step of undo. */
export function drawWay(
  modeler: Services,
  step: Drawn,
  { option, to }: { readonly option: OptionPlain; readonly to: ModdleElement },
): void {
  const process = processOf(step);
  const decision = decisionOf(step.businessObject);
  const branch = branchBehind(step.businessObject);
  const ends = [branch, to].map((end) => end && drawnOf(modeler, end));
  const [from, target] = ends as readonly (Laying | undefined)[];
  if (!process || !decision || !branch || !from || !target) return;
  const saying = { subjects: subjectsOf(process, branch) };
  const drawn: readonly Laying[] = elementsAt(branch.$parent, 'flowElements').flatMap((one) => drawnOf(modeler, one) ?? []);
  const laid = wayAround(from, target, aroundOf(drawn, from.parent));
  together(modeler, () => {
    const arrow = modeler.get<Drawing>('modeling').connect(from, target, { type: 'bpmn:SequenceFlow', ...laid });
    putCondition(modeler, arrow, { feel: isAnswer(decision.key, option.value), saying });
  });
}

/** Where a way out of the branch behind a step may lead: to what has a name, beside the branch, and can be come to. */
export function placesToGo(step: ModdleElement): readonly ModdleElement[] {
  const branch = branchBehind(step);
  return elementsAt(branch?.$parent, 'flowElements').filter(
    (element) =>
      element !== branch &&
      element.$instanceOf('bpmn:FlowNode') &&
      !element.$instanceOf('bpmn:StartEvent') &&
      !element.$instanceOf('bpmn:BoundaryEvent') &&
      element.get('triggeredByEvent') !== true &&
      textAt(element, 'name') !== '',
  );
}

interface Stack {
  execute(command: 'office.insert', insertion: { readonly shape: unknown; readonly after: Drawn }): void;
}

/** Puts a branch behind a step, where the step leads one way: one step of undo, as from the canvas. */
export function addBranch(modeler: Services, step: Drawn): void {
  const shape = modeler
    .get<{ createShape(attributes: { readonly type: string }): unknown }>('elementFactory')
    .createShape({ type: 'bpmn:ExclusiveGateway' });
  modeler.get<Stack>('commandStack').execute('office.insert', { shape, after: step });
}
