import { textAt, type Drawn, type Moddle, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';
import { putWords, wordsIn, wordsOf } from '../../file/extension.ts';
import { fieldsOf, type Held } from '../../file/fields.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { flowElementsOf, processOf } from '../../file/process.ts';
import { fieldsOf as formFieldsOf, writtenAt, type FieldPlain } from '../form/fieldPlain.ts';
import { isTyped } from '../../fieldTypes.ts';
import { putFields } from '../form/putFields.ts';
import { usesOf } from '../form/uses.ts';
import { together } from '../together.ts';
import { expressionAt, putExpressionAt } from '../condition/expression.ts';
import { gatherByItself, loopOf } from './gather.ts';
import { plainWho, whoOf } from '../who/assignment.ts';

/** One does it, all at the same time (会签), or one after the other (依次). */
export type HowMany = 'one' | 'parallel' | 'sequential';

/** When it is enough: all, more than half, one, so many; `other` is a condition that was not made here and stays as it is. */
export type Enough = 'all' | 'half' | 'any' | 'count' | 'other';

const CONDITIONS = {
  half: 'numberOfCompletedInstances > numberOfInstances / 2',
  any: 'numberOfCompletedInstances >= 1',
} as const;

/** The multi-instance of a step; undefined where one does it. */
export const manyOf = ({ businessObject }: Drawn): ModdleElement | undefined => loopOf(businessObject);

/** How many do a step. */
export const howManyOf = (element: Drawn): HowMany => {
  const many = manyOf(element);
  return many ? (many.get('isSequential') === true ? 'sequential' : 'parallel') : 'one';
};

/** The list that a multi-instance goes over; empty where it counts, or was made elsewhere. */
export const listOf = (many: ModdleElement): string => textAt(wordsIn(many, 'gc:Items')[0], 'over');

/** When a multi-instance has enough. */
export function enoughOf(many: ModdleElement): Enough {
  const written = expressionAt(many, 'completionCondition');
  if (written === '') return 'all';
  if (written === CONDITIONS.half) return 'half';
  if (written === CONDITIONS.any) return 'any';
  return enoughCountOf(many) === undefined ? 'other' : 'count';
}

/** So many are enough; undefined where it is not said by a number. */
export function enoughCountOf(many: ModdleElement): number | undefined {
  const [, count] = /^numberOfCompletedInstances >= (\d{1,4})$/.exec(expressionAt(many, 'completionCondition')) ?? [];
  return count === undefined ? undefined : Number(count);
}

/** The lists that a step can go over: fields of several people or units. */
export const listsOf = (element: Drawn): readonly Held[] => fieldsOf(element).filter(({ type }) => type === 'persons' || type === 'units');

/** One step of undo: how many do it, and – as each instance has its own doer – who. */
export function putHowMany(modeler: Services, element: Drawn, howMany: HowMany): void {
  const many = manyOf(element);
  const modeling = modeler.get<Modeling>('modeling');
  const sequential = howMany === 'sequential' ? true : undefined;
  if (howMany === howManyOf(element)) return;
  if (many && howMany !== 'one') return modeling.updateModdleProperties(element, many, { isSequential: sequential });
  const [list] = listsOf(element);
  if (!many && !list) return;
  together(modeler, () => {
    if (many) modeling.updateProperties(element, { loopCharacteristics: undefined });
    else if (list) modeling.updateProperties(element, { loopCharacteristics: madeOver(modeler, element, { list, sequential }) });
    suitDoer(modeler, element, many ? null : (list ?? null));
    if (!many) eachTheirOwn(modeler, element);
  });
}

/** Another list, with the doers that suit it. */
export function putList(modeler: Services, element: Drawn, key: string): void {
  const many = manyOf(element);
  const list = listsOf(element).find((field) => field.key === key);
  if (!many || !list) return;
  together(modeler, () => {
    putWords(modeler, element, { within: many, word: 'gc:Items', to: [itemsOver(list)] });
    suitDoer(modeler, element, list);
  });
}

/** When it is enough – a number: so many –, without anybody writing the condition. */
export function putEnough(modeler: Services, element: Drawn, enough: 'all' | 'half' | 'any' | number): void {
  const many = manyOf(element);
  if (!many) return;
  const feel = enough === 'all' ? '' : typeof enough === 'number' ? `numberOfCompletedInstances >= ${enough}` : CONDITIONS[enough];
  putExpressionAt(modeler, element, { within: many, property: 'completionCondition', feel });
}

const itemsOver = (list: Held): Plain => ({ over: list.key, as: list.type === 'persons' ? 'person' : 'unit' });

function madeOver(
  modeler: Services,
  element: Drawn,
  { list, sequential }: { readonly list: Held; readonly sequential: true | undefined },
): ModdleElement {
  const moddle = modeler.get<Moddle>('moddle');
  const items = moddle.create('gc:Items', { ...itemsOver(list) });
  const extension = moddle.create('bpmn:ExtensionElements', { values: [items] });
  const many = moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
    ...(sequential ? { isSequential: true } : {}),
    extensionElements: extension,
  });
  Object.assign(items, { $parent: extension });
  Object.assign(extension, { $parent: many });
  Object.assign(many, { $parent: element.businessObject });
  return many;
}

/** What a step that is now done by several lets people fill in, and no other step, each fills in for themselves, and it is gathered. */
function eachTheirOwn(modeler: Services, element: Drawn): void {
  const process = processOf(element);
  if (!process) return;
  const written = writtenAt(element.businessObject);
  const elsewhere = new Set(flowElementsOf(process).flatMap((one) => (one === element.businessObject ? [] : writtenAt(one))));
  const own = ({ key, type }: FieldPlain): boolean =>
    written.includes(key) && !elsewhere.has(key) && isTyped(type ?? 'text') && usesOf(process, key).length === 0;
  putFields(
    modeler,
    process,
    formFieldsOf(process).map((field) => (own(field) ? { ...field, perItem: true } : field)),
  );
  gatherByItself(modeler, process, written);
}

/** Over persons each does their own; over units the post is looked for in each. Done once, there is no list to look in any more. */
function suitDoer(modeler: Services, element: Drawn, list: Held | null): void {
  const { $type } = element.businessObject;
  // a part or a called flow is done by nobody itself
  if ($type !== 'bpmn:UserTask' && $type !== 'bpmn:ManualTask') return;
  const [word] = wordsOf(element, 'gc:Assignment');
  const who = word ? whoOf(plainOf(word)) : undefined;
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: 'gc:Assignment', to });
  if (list?.type === 'persons') return put([{ kind: 'personOfItem' }]);
  if (list?.type === 'units') {
    if (who?.kind === 'post') return put([plainWho({ ...who, unit: 'ofItem', of: '' })]);
    return who?.kind === 'personOfItem' ? put([{ kind: 'leaderInCharge', unit: 'ofItem' }]) : undefined;
  }
  if (who?.kind === 'personOfItem') return put([]);
  return who?.unit === 'ofItem' ? put([plainWho({ ...who, unit: 'wholeOffice' })]) : undefined;
}
