import { Select } from 'antd';
import { useId } from 'react';
import { processOf } from '../../../file/process.ts';
import { flowElementsOf } from '../../../file/process.ts';
import { wordsIn } from '../../../file/extension.ts';
import { textAt } from '../../../file/moddle.ts';
import { listed } from '../../../../task/listed.ts';
import { usePlaceName } from '../../condition/usePlaceName.ts';
import { Typed } from '../../control/typed.tsx';
import { putHit } from '../../../file/dmn/columns.ts';
import { choiceOf, HIT_CHOICES, type HitChoice, hitOf, putsTogether } from '../../../file/dmn/hit.ts';
import { putColumns, putTableName, targetsAt, type TablePlace } from '../tableCommands.ts';
import { type TableWord, useTableWords } from '../words/useTableWords.ts';

const WORDS: { readonly [choice in HitChoice]: readonly [TableWord, TableWord] } = {
  first: ['hitFirst', 'hitFirstNote'],
  unique: ['hitUnique', 'hitUniqueNote'],
  any: ['hitAny', 'hitAnyNote'],
  all: ['hitAll', 'hitAllNote'],
  sum: ['hitSum', 'hitSumNote'],
  least: ['hitLeast', 'hitLeastNote'],
  greatest: ['hitGreatest', 'hitGreatestNote'],
  count: ['hitCount', 'hitCountNote'],
};

/** What the table is called and which of the rows that apply counts. */
export function Bar({ place }: { readonly place: TablePlace }) {
  const { say, t, language } = useTableWords();
  const nameOf = usePlaceName();
  const id = useId();
  const { grid, table, element } = place;
  const choice = choiceOf(grid.hit);
  const several = grid.outputs.length > 1;
  const others = flowElementsOf(processOf(element)).filter(
    (one) => one !== element.businessObject && wordsIn(one, 'gc:Rule').some((rule) => textAt(rule, 'table') === table.key),
  );
  return (
    <div className="gc-rules-bar">
      <Typed label={say('name')} value={t(table.name)} needed put={(text) => putTableName(place, { language, text })} />
      <div className="gc-control">
        <label htmlFor={id}>{say('hit')}</label>
        <Select<HitChoice>
          id={id}
          value={choice ?? null}
          {...(choice === undefined
            ? { placeholder: say('hitKept', { policy: `${grid.hit.policy} ${grid.hit.aggregation}`.trim() }) }
            : {})}
          options={HIT_CHOICES.map((one) => {
            const lone = several && putsTogether(hitOf(one));
            return { value: one, label: `${say(WORDS[one][0])}${lone ? say('hitOneColumn') : ''}`, disabled: lone };
          })}
          onChange={(next) => putColumns(place, { source: putHit(grid, hitOf(next)), targets: targetsAt(place) })}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
        <p className="gc-row-note">{choice ? say(WORDS[choice][1]) : say('hitKept', { policy: grid.hit.policy })}</p>
      </div>
      {others.length > 0 ? <p className="gc-row-note">{say('elsewhere', { steps: listed(others.map(nameOf), language) })}</p> : null}
    </div>
  );
}
