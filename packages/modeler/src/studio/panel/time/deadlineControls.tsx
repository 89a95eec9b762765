import type { LimitUnit } from '@guicheng/runtime/checking';
import type { Asked } from '../asked.ts';
import { processOf } from '../../file/process.ts';
import { OnlyWhen } from '../condition/onlyWhen.tsx';
import { subjectsOf } from '../condition/subjects.ts';
import { Amount } from '../control/amount.tsx';
import { Both } from '../control/both.tsx';
import { Choose } from '../control/choose.tsx';
import { Typed } from '../control/typed.tsx';
import { fieldsOf } from '../../file/fields.ts';
import { activitiesOf } from '../../file/places.ts';
import { ownName, renamed, type NamedPlain } from '../../file/named.ts';
import { useCalled } from '../useCalled.ts';
import { inUnit, isCounted, limitOf, startingAt, withLimit, type ClockStart, type Limit } from './deadline.ts';

/** What one time limit is made of. */
export function DeadlineControls({
  asked,
  plain,
  put,
}: {
  readonly asked: Asked;
  readonly plain: NamedPlain;
  readonly put: (plain: NamedPlain) => void;
}) {
  const called = useCalled(asked);
  const { w } = called;
  const limit = limitOf(plain);
  const process = processOf(asked.element);
  const change = (next: Limit): void => put(withLimit(plain, next));
  const steps = activitiesOf(asked.element);
  const dates = fieldsOf(asked.element).filter(({ type }) => type === 'date' || type === 'dateTime');
  const first = { step: steps[0]?.id ?? '', field: dates[0]?.key ?? '' };
  const starts: { readonly [start in ClockStart]: string } = {
    opened: w('fromOpened'),
    caseStart: w('fromCaseStart'),
    completed: w('fromStep'),
    field: w('fromField'),
  };
  const units: { readonly [unit in LimitUnit]: string } = {
    wd: w('unitWorkingDays'),
    d: w('unitDays'),
    h: w('unitHours'),
    sameDay: w('unitSameDay'),
    immediate: w('unitImmediate'),
    date: w('unitDate'),
  };
  const possible = (start: ClockStart): boolean =>
    start === limit.from || ((start !== 'completed' || steps.length > 0) && (start !== 'field' || dates.length > 0));
  const stepChoices = steps.map((place) => ({ value: place.id, label: called.place(place) }));
  return (
    <>
      <div className="gc-pair">
        {isCounted(limit.unit) ? (
          <Amount label={w('howMuch')} value={limit.amount} put={(amount) => change({ ...limit, amount: amount ?? 0 })} />
        ) : null}
        <Choose<LimitUnit>
          label={w('limitUnit')}
          value={limit.unit}
          choices={(['wd', 'd', 'h', 'sameDay', 'immediate', 'date'] as const)
            .filter((unit) => unit !== 'date' || limit.from === 'field' || limit.unit === 'date')
            .map((value) => ({ value, label: units[value] }))}
          put={(unit) => change(inUnit(limit, unit))}
        />
      </div>
      <Choose<ClockStart>
        label={w('clockFrom')}
        value={limit.from}
        choices={(['opened', 'caseStart', 'completed', 'field'] as const)
          .filter(possible)
          .map((value) => ({ value, label: starts[value] }))}
        put={(from) => change(startingAt(limit, from, first))}
      />
      {limit.from === 'completed' ? (
        <Choose label={w('whichStep')} value={limit.step} choices={stepChoices} put={(step) => change({ ...limit, step })} />
      ) : null}
      {limit.from === 'field' ? (
        <Choose
          label={w('whichDate')}
          value={limit.field}
          choices={dates.map(({ key }) => ({ value: key, label: called.field(key) }))}
          put={(field) => change({ ...limit, field })}
        />
      ) : null}
      {isCounted(limit.unit) || limit.unit === 'date' ? (
        <Amount
          label={w('warnBefore')}
          value={limit.warnBefore || undefined}
          put={(warnBefore) => change({ ...limit, warnBefore: warnBefore ?? 0 })}
          none={w('noWarning')}
          after={limit.unit === 'date' ? units.d : units[limit.unit]}
        />
      ) : null}
      <OnlyWhen
        labels={{ title: w('limitCounts'), always: w('limitAlways'), when: w('limitWhenHolds') }}
        feel={String(plain['when'] ?? '')}
        subjects={process ? subjectsOf(process, asked.element.businessObject) : []}
        put={(when) => put({ ...plain, when: when || undefined })}
      />
      <Choose
        label={w('clockUntil')}
        value={limit.until}
        choices={[{ value: '', label: w('untilThis') }, ...stepChoices]}
        put={(until) => change({ ...limit, until })}
      />
      <Both
        labels={{ zh: w('limitNameChinese'), en: w('limitNameEnglish') }}
        texts={{ zh: ownName(plain, 'zh'), en: ownName(plain, 'en') }}
        put={(language, text) => put(renamed(plain, language, text))}
      />
      <Typed label={w('limitWords')} value={String(plain['words'] ?? '')} put={(words) => put({ ...plain, words })} />
    </>
  );
}
