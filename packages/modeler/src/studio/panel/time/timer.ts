import { putWords, wordsIn } from '../../file/extension.ts';
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
import { plainOf, type Plain } from '../../file/plain.ts';
import { together } from '../together.ts';

/** When a timer goes off, as the panel asks it. `other` was written elsewhere and stays as it is; `none` says nothing yet. */
export type Timing =
  | { readonly form: 'workingDays' | 'days' | 'hours'; readonly amount: number }
  | { readonly form: 'date'; readonly field: string }
  | { readonly form: 'before'; readonly field: string; readonly amount: number; readonly unit: 'wd' | 'd' | 'h' }
  | { readonly form: 'firstWorkingDay' }
  | { readonly form: 'other'; readonly words: string }
  | { readonly form: 'none' };

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Every month, as it is written, and as it was written before that was understood. */
const MONTHS: ReadonlySet<string> = new Set(['*', '1,2,3,4,5,6,7,8,9,10,11,12']);

/** The timer of an event; undefined where it waits for something else. */
export const timerOf = ({ businessObject }: Drawn): ModdleElement | undefined =>
  elementsAt(businessObject, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:TimerEventDefinition');

const bodyOf = (timer: ModdleElement, property: string): string => textAt(elementAt(timer, property), 'body').trim();

/** What a timer says: our own word wins over BPMN's. */
export function timingOf(timer: ModdleElement): Timing {
  const [ours] = wordsIn(timer, 'gc:Timer').map(plainOf);
  if (ours) return oursOf(ours);
  const duration = bodyOf(timer, 'timeDuration');
  const [, days, hours] = /^P(?:(\d{1,4})D|T(\d{1,4})H)$/.exec(duration) ?? [];
  if (days !== undefined) return { form: 'days', amount: Number(days) };
  if (hours !== undefined) return { form: 'hours', amount: Number(hours) };
  const date = bodyOf(timer, 'timeDate');
  if (NAME.test(date)) return { form: 'date', field: date };
  const words = duration || date || bodyOf(timer, 'timeCycle');
  return words === '' ? { form: 'none' } : { form: 'other', words };
}

function oursOf(ours: Plain): Timing {
  const value = String(ours['value'] ?? '');
  const form = ours['form'] ?? 'workingDays';
  const other: Timing = { form: 'other', words: [form, value].join(' ') };
  if (form === 'workingDays') return ours['feel'] !== true && /^\d{1,4}$/.test(value) ? { form, amount: Number(value) } : other;
  if (form === 'before' && NAME.test(value))
    return { form, field: value, amount: Number(ours['amount'] ?? 0), unit: (ours['unit'] ?? 'wd') as 'wd' | 'd' | 'h' };
  return form === 'firstWorkingDay' && MONTHS.has(value) ? { form } : other;
}

/** Says when a timer goes off: our word where BPMN has none for it, and beside it the nearest of BPMN's own for other tools. One step of undo. */
export function putTiming(modeler: Services, element: Drawn, timing: Timing): void {
  const timer = timerOf(element);
  if (!timer || timing.form === 'other' || timing.form === 'none') return;
  const moddle = modeler.get<Moddle>('moddle');
  const standard = standardOf(timing);
  const written = (property: string): ModdleElement | undefined => {
    const body = standard[property];
    if (body === undefined) return undefined;
    const now = elementAt(timer, property);
    if (now && textAt(now, 'body') === body) return now;
    return Object.assign(moddle.create('bpmn:FormalExpression', { body }), { $parent: timer });
  };
  together(modeler, () => {
    modeler.get<Modeling>('modeling').updateModdleProperties(element, timer, {
      timeDuration: written('timeDuration'),
      timeDate: written('timeDate'),
      timeCycle: written('timeCycle'),
    });
    putWords(modeler, element, { within: timer, word: 'gc:Timer', to: ourWordOf(timing) });
  });
}

type Known = Exclude<Timing, { readonly form: 'other' | 'none' }>;

function standardOf(timing: Known): { readonly [property: string]: string } {
  switch (timing.form) {
    case 'workingDays':
    case 'days':
      return { timeDuration: `P${timing.amount}D` };
    case 'hours':
      return { timeDuration: `PT${timing.amount}H` };
    case 'date':
    case 'before':
      return { timeDate: timing.field };
    case 'firstWorkingDay':
      return { timeCycle: 'R/P1M' };
  }
}

function ourWordOf(timing: Known): readonly Plain[] {
  switch (timing.form) {
    case 'workingDays':
      return [{ form: 'workingDays', value: String(timing.amount) }];
    case 'before':
      return [{ form: 'before', value: timing.field, amount: timing.amount, unit: timing.unit }];
    case 'firstWorkingDay':
      return [{ form: 'firstWorkingDay', value: '*' }];
    default:
      return [];
  }
}

/** Where something else can go on when it is time: an event at the edge of a step, or the start of a part that waits for its event. */
export type Interrupts = { readonly property: 'cancelActivity' | 'isInterrupting'; readonly value: boolean } | null;

/** Whether what runs is taken back when the event happens. Null where the question does not arise. */
export function interruptsOf({ businessObject }: Drawn): Interrupts {
  // what failed, was cancelled or is undone does not go on beside
  if (elementsAt(businessObject, 'eventDefinitions').some(({ $type }) => STOPS.has($type))) return null;
  if (businessObject.$type === 'bpmn:BoundaryEvent')
    return { property: 'cancelActivity', value: businessObject.get('cancelActivity') !== false };
  if (businessObject.$type === 'bpmn:StartEvent' && businessObject.$parent?.get('triggeredByEvent') === true)
    return { property: 'isInterrupting', value: businessObject.get('isInterrupting') !== false };
  return null;
}

const STOPS: ReadonlySet<string> = new Set(['Error', 'Cancel', 'Compensate'].map((kind) => `bpmn:${kind}EventDefinition`));
