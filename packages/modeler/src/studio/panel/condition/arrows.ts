import { nameIn, putName } from '../../file/extension.ts';
import {
  elementAt,
  elementsAt,
  textAt,
  type Drawn,
  type Moddle,
  type ModdleElement,
  type Modeling,
  type Services,
} from '../../file/moddle.ts';
import { drawnOf, flowsFrom } from '../../file/process.ts';
import { together } from '../together.ts';
import type { Condition } from '../../condition/condition.ts';
import { readCondition } from '../../condition/read.ts';
import { type Saying, shortWords } from '../../condition/say.ts';
import { writeCondition } from '../../condition/write.ts';

/** One way out of a gateway or a step. */
export interface Arrow {
  readonly drawn: Drawn;
  readonly to: ModdleElement | undefined;
  /** FEEL; empty where it has no condition. */
  readonly feel: string;
  /** Taken when nothing else is. */
  readonly otherwise: boolean;
}

/** Where an arrow begins. */
export const beginOf = ({ businessObject }: Drawn): ModdleElement | undefined => elementAt(businessObject, 'sourceRef');

/** The ways out of an element, in the order in which they are tried: the order of the file. */
export const arrowsFrom = (modeler: Services, node: ModdleElement): readonly Arrow[] =>
  flowsFrom(node).flatMap((flow) => {
    const drawn = drawnOf(modeler, flow);
    return drawn ? [arrowOf(drawn)] : [];
  });

/** An arrow with what decides about it. */
export const arrowOf = (drawn: Drawn): Arrow => {
  const flow = drawn.businessObject;
  return {
    drawn,
    to: elementAt(flow, 'targetRef'),
    feel: textAt(elementAt(flow, 'conditionExpression'), 'body').trim().replace(/^=\s*/, ''),
    otherwise: elementAt(beginOf(drawn), 'default') === flow,
  };
};

/** Words that an arrow gets where it is the one for everything else. */
export const OTHERWISE = { zh: '其他情况', en: 'Otherwise' } as const;

/** Gives an arrow a condition – or none, where the text is empty – and a name, where it has none of its own: one step of undo. */
export function putCondition(modeler: Services, arrow: Drawn, { feel, saying }: { readonly feel: string; readonly saying: Saying }): void {
  const { feel: before, otherwise } = arrowOf(arrow);
  if (before === feel && !otherwise) return;
  together(modeler, () => {
    const begin = beginOf(arrow);
    const source = begin && drawnOf(modeler, begin);
    if (otherwise && source) modeler.get<Modeling>('modeling').updateProperties(source, { default: undefined });
    putExpression(modeler, arrow, feel);
    const condition = readCondition(feel);
    if (mayName(arrow, before, saying)) putBothNames(modeler, arrow, condition ? shortWords(condition, saying) : { zh: '', en: '' });
  });
}

/** Makes an arrow the one that is taken when no other is; null: there is none. One step of undo. */
export function putOtherwise(
  modeler: Services,
  node: Drawn,
  { arrow, saying }: { readonly arrow: Drawn | null; readonly saying: Saying },
): void {
  const before = elementAt(node.businessObject, 'default');
  if (before === arrow?.businessObject) return;
  together(modeler, () => {
    const modeling = modeler.get<Modeling>('modeling');
    const last = before && drawnOf(modeler, before);
    if (last && mayName(last, '', saying)) putBothNames(modeler, last, { zh: '', en: '' });
    modeling.updateProperties(node, { default: arrow?.businessObject });
    if (!arrow) return;
    const rename = mayName(arrow, arrowOf(arrow).feel, saying);
    putExpression(modeler, arrow, '');
    if (rename) putBothNames(modeler, arrow, OTHERWISE);
  });
}

/** Tries the ways out of an element in this order: one step of undo. Only they change places in the file. */
export function putOrder(modeler: Services, node: Drawn, order: readonly ModdleElement[]): void {
  const container = node.businessObject.$parent;
  const now = flowsFrom(node.businessObject).filter((one) => order.includes(one));
  if (!container || order.every((one, index) => one === now[index])) return;
  const left = [...order];
  const flowElements = elementsAt(container, 'flowElements').map((one) => (order.includes(one) ? (left.shift() ?? one) : one));
  const others = elementsAt(node.businessObject, 'outgoing').filter((one) => !order.includes(one));
  together(modeler, () => {
    const modeling = modeler.get<Modeling>('modeling');
    modeling.updateModdleProperties(node, container, { flowElements });
    modeling.updateProperties(node, { outgoing: [...order, ...others] });
  });
}

function putExpression(modeler: Services, arrow: Drawn, feel: string): void {
  const modeling = modeler.get<Modeling>('modeling');
  const expression = elementAt(arrow.businessObject, 'conditionExpression');
  if (feel === '') {
    if (expression) modeling.updateProperties(arrow, { conditionExpression: undefined });
  } else if (expression) modeling.updateModdleProperties(arrow, expression, { body: feel });
  else {
    const made = modeler.get<Moddle>('moddle').create('bpmn:FormalExpression', { body: feel });
    Object.assign(made, { $parent: arrow.businessObject });
    modeling.updateProperties(arrow, { conditionExpression: made });
  }
}

/** An arrow's name is ours to change where it has none, or the one that its condition gave it. */
function mayName(arrow: Drawn, feel: string, saying: Saying): boolean {
  const name = nameIn(arrow, 'zh');
  if (name === '' || name === OTHERWISE.zh) return true;
  const condition: Condition | undefined = feel === '' ? undefined : readCondition(feel);
  return condition !== undefined && shortWords(condition, saying).zh === name;
}

function putBothNames(modeler: Services, arrow: Drawn, name: { readonly zh: string; readonly en: string }): void {
  putName(modeler, arrow, { language: 'zh', text: name.zh });
  putName(modeler, arrow, { language: 'en', text: name.en });
}

/** The condition for one answer of a decision. */
export const isAnswer = (key: string, value: string): string => writeCondition({ join: 'all', parts: [{ of: key, is: 'equal', value }] });
