import { useState } from 'react';
import { Button } from 'antd';
import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import { useWords } from '../../../words/words.ts';
import { moved } from '../form/decisionCommands.ts';
import type { Drawn, Services } from '../../file/moddle.ts';
import { ArrowEditor } from './arrowEditor.tsx';
import { type Arrow, putOrder } from './arrows.ts';
import type { Saying } from '../../condition/say.ts';
import { usePlaceName } from './usePlaceName.ts';
import { whenWords } from './whenWords.ts';

/** The ways out of a branch in the order in which they are tried: where each leads and when; one unfolds to be changed. */
export function Ways({
  modeler,
  node,
  arrows,
  saying,
}: {
  readonly modeler: Services;
  readonly node: Drawn;
  readonly arrows: readonly Arrow[];
  readonly saying: Saying;
}) {
  const { w, t } = useWords();
  const nameOf = usePlaceName();
  const [open, setOpen] = useState<string | null>(null);
  // Whatever the file's order, the way for everything else is looked at last.
  const tried = arrows.filter(({ otherwise }) => !otherwise);
  const move = (from: number, by: -1 | 1): void =>
    putOrder(
      modeler,
      node,
      moved(tried, from, by).map(({ drawn }) => drawn.businessObject),
    );
  return (
    <ol className="gc-ways" aria-label={w('waysOut')}>
      {[...tried, ...arrows.filter(({ otherwise }) => otherwise)].map((arrow, index) => {
        const to = nameOf(arrow.to);
        const when = whenWords(arrow, saying);
        const unfolded = open === arrow.drawn.id;
        return (
          <li key={arrow.drawn.id}>
            <div className="gc-way-head">
              <button
                type="button"
                aria-expanded={unfolded}
                aria-label={w('conditionEdit', { to })}
                onClick={() => setOpen(unfolded ? null : arrow.drawn.id)}
              >
                <span className="gc-way-to">{w('conditionOfWay', { to })}</span>
                <span className="gc-way-when" data-warns={when ? undefined : true}>
                  {when ? t(when) : w('conditionMissing')}
                </span>
              </button>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={index === 0 || arrow.otherwise}
                aria-label={w('conditionUp', { to })}
                title={w('conditionUp', { to })}
                onClick={() => move(index, -1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={index >= tried.length - 1}
                aria-label={w('conditionDown', { to })}
                title={w('conditionDown', { to })}
                onClick={() => move(index, 1)}
              />
            </div>
            {unfolded ? (
              <div className="gc-way-body">
                <ArrowEditor modeler={modeler} begin={node.businessObject} arrow={arrow} saying={saying} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
