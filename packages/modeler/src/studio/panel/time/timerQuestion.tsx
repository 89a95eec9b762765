import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { Choose } from '../control/choose.tsx';
import { fieldsOf } from '../../file/fields.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { counted } from './limitWords.ts';
import { putTiming, timerOf, timingOf, type Timing } from './timer.ts';

const FORMS = ['workingDays', 'days', 'hours', 'date', 'before', 'firstWorkingDay'] as const;
type Form = Timing['form'];

/** When a timer goes off, in words. */
export function TimerQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w } = called;
  const timer = timerOf(element);
  if (!timer) return null;
  const timing = timingOf(timer);
  const dates = fieldsOf(element).filter(({ type }) => type === 'date' || type === 'dateTime');
  const put = (next: Timing): void => putTiming(modeler, element, next);
  const labels: { readonly [form in Form]: string } = {
    workingDays: w('afterWorkingDays'),
    days: w('afterDays'),
    hours: w('afterHours'),
    date: w('atDate'),
    before: w('beforeDate'),
    firstWorkingDay: w('everyFirstWorkingDay'),
    other: w('timedOtherwise', { how: timing.form === 'other' ? timing.words : '' }),
    none: w('timeMissing'),
  };
  const usesDate = (form: Form): boolean => form === 'date' || form === 'before';
  const isLast = timing.form === 'other' || timing.form === 'none';
  const choices: readonly Form[] = [
    ...FORMS.filter((form) => form === timing.form || !usesDate(form) || dates.length > 0),
    ...(isLast ? [timing.form] : []),
  ];
  const amount = 'amount' in timing ? timing.amount : 1;
  return (
    <Question title={w('askWhen')} summary={timingWords()} warns={timing.form === 'none'}>
      <Choose<Form>
        label={w('whenDoes')}
        value={timing.form}
        choices={choices.map((form) => ({ value: form, label: labels[form], disabled: form === 'other' || form === 'none' }))}
        put={(form) => put(turnedInto(form))}
        wrong={timing.form === 'none' ? w('timeMissingNote') : undefined}
      />
      {'amount' in timing ? (
        <Amount label={w('howMuch')} value={timing.amount} put={(next) => put({ ...timing, amount: next ?? 0 })} />
      ) : null}
      {timing.form === 'before' ? (
        <Choose
          label={w('limitUnit')}
          value={timing.unit}
          choices={[
            { value: 'wd', label: w('unitWorkingDays') },
            { value: 'd', label: w('unitDays') },
            { value: 'h', label: w('unitHours') },
          ]}
          put={(unit) => put({ ...timing, unit })}
        />
      ) : null}
      {'field' in timing ? (
        <Choose
          label={w('whichDate')}
          value={timing.field}
          choices={[
            ...dates.map(({ key }) => ({ value: key, label: called.field(key) })),
            ...(dates.some(({ key }) => key === timing.field) ? [] : [{ value: timing.field, label: called.field(timing.field) }]),
          ]}
          put={(field) => put({ ...timing, field })}
        />
      ) : null}
    </Question>
  );

  function turnedInto(form: Form): Timing {
    const field = 'field' in timing ? timing.field : (dates[0]?.key ?? '');
    if (form === 'date') return { form, field };
    if (form === 'before') return { form, field, amount, unit: 'wd' };
    return form === 'workingDays' || form === 'days' || form === 'hours'
      ? { form, amount }
      : form === 'firstWorkingDay'
        ? { form }
        : timing;
  }

  function timingWords(): string {
    switch (timing.form) {
      case 'workingDays':
        return w('afterThat', { length: counted(timing.amount, 'wd', called) });
      case 'days':
        return w('afterThat', { length: counted(timing.amount, 'd', called) });
      case 'hours':
        return w('afterThat', { length: counted(timing.amount, 'h', called) });
      case 'date':
        return w('untilDate', { field: called.field(timing.field) });
      case 'before':
        return w('beforeThat', { field: called.field(timing.field), length: counted(timing.amount, timing.unit, called) });
      default:
        return labels[timing.form];
    }
  }
}
