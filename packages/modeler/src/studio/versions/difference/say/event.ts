import type { Json } from '@guicheng/runtime/model';
import type { Spot, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { inQuotes } from '../quoted.ts';
import { isFacts, listOf, textOf, wordsOf } from '../read.ts';
import { both, row, said, turned } from '../sentence.ts';
import type { Side } from '../side.ts';
import { amount } from './amount.ts';
import { conditionWords } from './condition.ts';

/** What an event waits for or does. */
export const tellEvent: Teller = (was, now, at) => {
  const words = (value: Json | undefined, side: Side): Both | undefined =>
    listOf(value).length === 0 ? undefined : row(listOf(value).map((one) => eventWords(one, side, at)));
  const [from, to] = [words(was, at.before), words(now, at.after)];
  if (from?.zh === to?.zh && from?.en === to?.en) return [];
  const isTimer = listOf(now).every((one) => textOf(one, '$type') === 'bpmn:TimerEventDefinition');
  return [turned('event', isTimer ? { zh: '时间', en: 'Time' } : { zh: '事件', en: 'Event' }, { was: from, now: to })];
};

/** On which step an event sits. */
export const tellAttached: Teller = (was, now, at) => {
  const step = (value: Json | undefined, side: Side) => (typeof value === 'string' ? side.called(value.slice(1)) : undefined);
  return [turned('place', { zh: '附在步骤', en: 'On the step' }, { was: step(was, at.before), now: step(now, at.after) })];
};

/** Whether an event ends what it sits on. */
export const tellInterrupts: Teller = (_was, now, at) =>
  at.isNew && now !== false
    ? []
    : [
        now === false
          ? said('event', { zh: '发生后，原来的办理不中断', en: 'What goes on is not interrupted by it' })
          : said('event', { zh: '发生后，原来的办理就此中断', en: 'What goes on is interrupted by it' }),
      ];

function eventWords(event: Facts, side: Side, at: Spot): Both {
  const named = (property: string): Both => {
    const value = event[property];
    return typeof value === 'string' && value.startsWith('#') ? both(side.called(value.slice(1))) : { zh: '', en: '' };
  };
  switch (textOf(event, '$type')) {
    case 'bpmn:TimerEventDefinition':
      return timerWords(event, side, at);
    case 'bpmn:MessageEventDefinition':
      return { zh: `消息${named('messageRef').zh}`, en: `message ${named('messageRef').en}` };
    case 'bpmn:SignalEventDefinition':
      return { zh: `信号${named('signalRef').zh}`, en: `signal ${named('signalRef').en}` };
    case 'bpmn:ErrorEventDefinition':
      return { zh: `差错${named('errorRef').zh}`, en: `error ${named('errorRef').en}` };
    case 'bpmn:EscalationEventDefinition':
      return { zh: `上报${named('escalationRef').zh}`, en: `escalation ${named('escalationRef').en}` };
    case 'bpmn:ConditionalEventDefinition': {
      const condition = conditionWords(bodyOf(event, 'condition'), side, at.piece.process);
      return { zh: `条件 ${condition.zh}`, en: `condition ${condition.en}` };
    }
    case 'bpmn:LinkEventDefinition': {
      const name = both(inQuotes({ zh: textOf(event, 'name') }));
      return { zh: `接续${name.zh}`, en: `link ${name.en}` };
    }
    case 'bpmn:CompensateEventDefinition':
      return { zh: `撤销${named('activityRef').zh}已办的事`, en: `undoing of ${named('activityRef').en || 'what was done'}` };
    case 'bpmn:CancelEventDefinition':
      return { zh: '取消', en: 'cancelling' };
    case 'bpmn:TerminateEventDefinition':
      return { zh: '全部终止', en: 'ending everything' };
    default:
      return { zh: textOf(event, '$type'), en: textOf(event, '$type') };
  }
}

/** When a timer fires; ours wins over BPMN's own. */
function timerWords(event: Facts, side: Side, at: Spot): Both {
  const ours = wordsOf(event, 'gc:Timer')[0];
  const value = textOf(ours, 'value');
  const field = both(inQuotes(side.field(at.piece.process, value)));
  const length = amount(textOf(ours, 'amount'), textOf(ours, 'unit'));
  switch (ours ? textOf(ours, 'form') : 'bpmn') {
    case '':
      return ours?.['feel'] === true ? { zh: `${field.zh}个工作日后`, en: `after ${field.en} working days` } : after(amount(value, 'wd'));
    case 'before':
      return { zh: `${field.zh}之前 ${length.zh}`, en: `${length.en} before ${field.en}` };
    case 'firstWorkingDay':
      return value === '*'
        ? { zh: '每月第一个工作日', en: 'the first working day of each month' }
        : { zh: `${value} 月的第一个工作日`, en: `the first working day of the months ${value}` };
    case 'date':
      return { zh: `到${field.zh}`, en: `at ${field.en}` };
    case 'bpmn':
      return written(event, side, at);
    default:
      return written({ timeDuration: { body: value } }, side, at);
  }
}

/** A time as BPMN writes it: lengths in words where they are plain, a field by its name, else as it stands. */
function written(event: Facts, side: Side, at: Spot): Both {
  const [duration, date, cycle] = [bodyOf(event, 'timeDuration'), bodyOf(event, 'timeDate'), bodyOf(event, 'timeCycle')];
  const plain = /^P(?:T(\d+)H|(\d+)D)$/.exec(duration);
  if (plain) return after(plain[1] ? amount(plain[1], 'h') : amount(plain[2] ?? '', 'd'));
  if (duration !== '') return after({ zh: ` ${duration}`, en: duration });
  const when = both(inQuotes(side.field(at.piece.process, date)));
  if (date !== '') return { zh: `到${when.zh}`, en: `at ${when.en}` };
  return { zh: `每 ${cycle}`, en: `every ${cycle}` };
}

const after = (length: Both): Both => ({ zh: `${length.zh}后`, en: `after ${length.en}` });

const bodyOf = (event: Facts, property: string): string => {
  const value = event[property];
  return isFacts(value) ? textOf(value, 'body').replace(/^=\s*/, '') : '';
};
