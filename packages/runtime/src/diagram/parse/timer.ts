import type { TimerSpec } from '../model.ts';
import { cronToCycle, isCron } from './foreign/cron.ts';
import { isUnread, templateFrom } from './foreign/expression.ts';
import { type Node, expressionOf, flagOf, numberOf, wordOf } from './node.ts';
import { type Reading, neededOf, oneOf } from './reading.ts';

const FORMS = ['workingDays', 'duration', 'date', 'cycle', 'before', 'firstWorkingDay'] as const;

/** When a timer event fires; `gc:timer` wins over BPMN's own, which other tools read. */
export function timerOf(reading: Reading, definition: Node): TimerSpec {
  const ours = wordOf(definition, 'Timer');
  if (ours) return ourTimer(reading, ours);
  const given = WRITTEN.flatMap(([form, property]) => {
    const value = expressionOf(definition, property);
    return value ? [written(form, value)] : [];
  });
  // A rule asks for exactly one; until it is given, nothing passes for it.
  const [first = { form: 'duration', value: 'PT0S', feel: false }] = given;
  return given.length === 1 ? first : { ...first, times: given.length };
}

const WRITTEN = [
  ['duration', 'timeDuration'],
  ['date', 'timeDate'],
  ['cycle', 'timeCycle'],
] as const;

/** ISO 8601 begins with a digit, P or R followed by more of it, cron with a digit or a star; everything else is a calculation. */
function written(form: TimerSpec['form'], value: string): TimerSpec {
  if (isUnread(value)) {
    const put = templateFrom(value);
    return put === undefined ? { form, value, feel: false } : { form, value: put, feel: true };
  }
  if (form === 'cycle' && isCron(value)) return { form, value: cronToCycle(value) ?? value, feel: false };
  return { form, value, feel: !/^(\d{4}-\d\d-\d\d|P[\dT]|R\d*\/|-P|[\d*]+ )/.test(value) };
}

function ourTimer(reading: Reading, node: Node): TimerSpec {
  const form = oneOf(reading, { node, property: 'form' }, { choices: FORMS, otherwise: 'workingDays' });
  const value = neededOf(reading, node, 'value');
  if (form === 'firstWorkingDay') return { form: 'cycle', value: `firstWorkingDay/${value}`, feel: false };
  if (form !== 'before') return { form, value, feel: flagOf(node, 'feel', false) };
  const unit = oneOf(reading, { node, property: 'unit' }, { choices: ['wd', 'd', 'h'], otherwise: 'wd' });
  return { form: 'date', value: `string(${value}) + "/-${numberOf(node, 'amount') ?? 0}${unit}"`, feel: true };
}
