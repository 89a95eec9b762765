import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { Choose } from '../control/choose.tsx';
import { Typed } from '../control/typed.tsx';
import type { Modeling } from '../../file/moddle.ts';
import { manyOf } from '../many/many.ts';
import { behaviorOf, putBehavior, putSignalEach, signalEachOf, type Behavior } from '../many/behavior.ts';
import { sharedName, sharedNames, sharedOf, SIGNAL } from '../event/shared.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';

/** What is wanted seldom: how many come together at a step, and what is sent while several do it. */
export function MoreQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  const modeling = modeler.get<Modeling>('modeling');
  const [start, completion] = (['startQuantity', 'completionQuantity'] as const).map((name) =>
    Number(element.businessObject.get(name) ?? 1),
  );
  const many = manyOf(element);
  const behavior = many ? behaviorOf(many) : 'All';
  const labels: { readonly [behavior in Behavior]: string } = {
    All: w('tellsNothing'),
    One: w('tellsFirst'),
    None: w('tellsEach'),
    Complex: w('tellsOtherwise'),
  };
  const signal = many ? signalEachOf(many) : undefined;
  const summary = [
    ...(start === 1 ? [] : [w('startsWith', { count: start ?? 1 })]),
    ...(completion === 1 ? [] : [w('endsWith', { count: completion ?? 1 })]),
    ...(behavior === 'All' ? [] : [labels[behavior]]),
  ];
  return (
    <Question title={w('askMore')} summary={summary.length > 0 ? summary.join(' · ') : w('nothingSpecial')}>
      {many ? (
        <Choose<Behavior>
          label={w('whileSeveral')}
          value={behavior}
          choices={(['All', 'One', 'None', ...(behavior === 'Complex' ? (['Complex'] as const) : [])] as const).map((one) => ({
            value: one,
            label: labels[one],
            disabled: one === 'Complex',
          }))}
          put={(next) => next !== 'Complex' && putBehavior(modeler, element, next)}
        />
      ) : null}
      {many && (behavior === 'One' || behavior === 'None') ? (
        signal && sharedOf(signal) !== SIGNAL ? (
          <p className="gc-row-note">{w('tellsOtherwise')}</p>
        ) : (
          <Typed
            label={w('whichSignal')}
            value={sharedName(signal, SIGNAL)}
            put={(name) => putSignalEach(modeler, element, name)}
            offers={sharedNames(element, SIGNAL)}
            note={w('whichSignalNote')}
          />
        )
      ) : null}
      <Amount
        label={w('startQuantity')}
        value={start ?? 1}
        least={1}
        put={(next) => modeling.updateProperties(element, { startQuantity: next === 1 ? undefined : next })}
        after={w('timesUnit')}
      />
      <Amount
        label={w('completionQuantity')}
        value={completion ?? 1}
        least={1}
        put={(next) => modeling.updateProperties(element, { completionQuantity: next === 1 ? undefined : next })}
        after={w('timesUnit')}
      />
      <p className="gc-row-note">{w('quantityNote')}</p>
    </Question>
  );
}
