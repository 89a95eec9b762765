import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { Choose } from '../control/choose.tsx';
import { ChooseSeveral } from '../control/chooseSeveral.tsx';
import { Either } from '../control/either.tsx';
import { fieldsOf } from '../../file/fields.ts';
import { elementAt } from '../../file/moddle.ts';
import { processOf } from '../../file/process.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { gatheredAt, putGathered } from './gather.ts';
import {
  enoughCountOf,
  enoughOf,
  howManyOf,
  listOf,
  listsOf,
  manyOf,
  putEnough,
  putHowMany,
  putList,
  type Enough,
  type HowMany,
} from './many.ts';

/** Whether one does a step or several: at the same time or in turn, by which list, and when it is enough. */
export function ManyQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w } = called;
  const many = manyOf(element);
  const process = processOf(element);
  const howMany = howManyOf(element);
  const lists = listsOf(element);
  const words: { readonly [how in HowMany]: string } = { one: w('doneByOne'), parallel: w('doneTogether'), sequential: w('doneInTurn') };
  const enough: { readonly [how in Enough]: string } = {
    all: w('enoughAll'),
    half: w('enoughHalf'),
    any: w('enoughAny'),
    count: w('enoughSome'),
    other: w('enoughOther'),
  };
  const over = many ? listOf(many) : '';
  const counts = many !== undefined && elementAt(many, 'loopCardinality') !== undefined;
  const now = many ? enoughOf(many) : 'all';
  const summary = many
    ? [
        words[howMany],
        ...(over ? [called.field(over)] : []),
        now === 'count' ? w('enoughOfMany', { count: enoughCountOf(many) ?? 1 }) : enough[now],
      ].join(' · ')
    : words.one;
  const perItem = fieldsOf(element).filter((field) => field.perItem);
  return (
    <Question title={w('askMany')} summary={summary}>
      <Either<HowMany>
        label={w('howMany')}
        value={howMany}
        choices={(['one', 'parallel', 'sequential'] as const).map((how) => ({
          value: how,
          label: words[how],
          disabled: how !== 'one' && lists.length === 0 && !many,
        }))}
        put={(how) => putHowMany(modeler, element, how)}
        note={lists.length === 0 && !many ? w('needsList') : undefined}
      />
      {many ? (
        <>
          <Choose
            label={w('byWhichList')}
            value={over}
            choices={[
              ...lists.map(({ key }) => ({ value: key, label: called.field(key) })),
              ...(lists.some(({ key }) => key === over)
                ? []
                : [{ value: over, label: over || w(counts ? 'listElsewhere' : 'listMissing'), disabled: true }]),
            ]}
            put={(key) => putList(modeler, element, key)}
            wrong={over || counts ? undefined : w('listMissingNote')}
          />
          <Choose<Enough>
            label={w('whenEnough')}
            value={now}
            choices={(['all', 'half', 'any', 'count', ...(now === 'other' ? (['other'] as const) : [])] as const).map((one) => ({
              value: one,
              label: enough[one],
              disabled: one === 'other',
            }))}
            put={(next) => next !== 'other' && putEnough(modeler, element, next === 'count' ? 2 : next)}
          />
          {now === 'count' ? (
            <Amount
              label={w('enoughHowMany')}
              value={enoughCountOf(many)}
              least={1}
              put={(next) => putEnough(modeler, element, next ?? 1)}
            />
          ) : null}
          {perItem.length > 0 ? (
            <ChooseSeveral
              label={w('gathered')}
              values={gatheredAt(element.businessObject)}
              choices={perItem.map(({ key }) => ({ value: key, label: called.field(key) }))}
              put={(fields) => process && putGathered(modeler, element, { process, fields })}
              note={w('gatheredNote')}
            />
          ) : null}
        </>
      ) : null}
    </Question>
  );
}
