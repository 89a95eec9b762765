import { useState } from 'react';
import { Button, Input } from 'antd';
import type { Text } from '@guicheng/runtime/model';
import { useWords } from '../../../words/words.ts';
import { Builder } from './builder.tsx';
import { canShow } from './draft.ts';
import { GroupBuilder } from './groupBuilder.tsx';
import { readCondition, readGroups } from '../../condition/read.ts';
import type { Subject } from '../../condition/subject.ts';
import { writeCondition } from '../../condition/write.ts';
import { whenWords } from './whenWords.ts';
import './condition.css';

/**
 * A condition: clicked together where it can be, else shown as it stands. `put` is told FEEL that was checked. A text that was refused stays in
 * its box with the reason, and what stood in the diagram stays there.
 */
export function ConditionEditor({
  feel,
  subjects,
  put,
}: {
  readonly feel: string;
  readonly subjects: readonly Subject[];
  readonly put: (feel: string) => void;
}) {
  const { w, t } = useWords();
  const [advanced, setAdvanced] = useState(false);
  const [grouping, setGrouping] = useState<string | null>(null);
  const condition = feel === '' ? undefined : readCondition(feel);
  const clicked = feel === '' || (condition !== undefined && canShow(condition, subjects));
  const words = whenWords({ feel, otherwise: false }, { subjects });
  if (advanced) return <Advanced feel={feel} put={put} back={() => setAdvanced(false)} />;
  const grouped = readGroups(feel);
  // The other word joins groups: with the same one, two groups would be one.
  const groups =
    grouping === feel && condition ? ({ join: condition.join === 'all' ? 'any' : 'all', groups: [condition] } as const) : grouped;
  const several = groups?.groups.every((group) => canShow(group, subjects)) ? groups : undefined;
  const textually = (
    <Button size="small" type="link" className="gc-cond-advanced" onClick={() => setAdvanced(true)}>
      {w('advanced')}
    </Button>
  );
  if (several)
    return (
      <>
        <GroupBuilder
          groups={several}
          subjects={subjects}
          change={(next) => {
            // The group that was begun stays while the first one is changed.
            if (!grouped) setGrouping(next);
            put(next);
          }}
        />
        <div className="gc-cond-row">
          {grouped ? null : (
            <Button size="small" type="link" onClick={() => setGrouping(null)}>
              {w('noGroups')}
            </Button>
          )}
          {textually}
        </div>
      </>
    );
  if (clicked)
    return (
      <>
        <Builder feel={feel} condition={condition} subjects={subjects} change={(next) => put(writeCondition(next))} />
        <div className="gc-cond-row">
          {condition && condition.parts.length > 1 ? (
            <Button size="small" type="link" onClick={() => setGrouping(feel)}>
              {w('addGroup')}
            </Button>
          ) : null}
          {textually}
        </div>
      </>
    );
  return (
    <>
      <p className="gc-quiet">{w('outOfBuilder')}</p>
      <p className="gc-cond-words">{words ? t(words) : feel}</p>
      <div className="gc-cond-row">
        <Button size="small" title={w('advancedBackHint')} onClick={() => put('')}>
          {w('advancedBack')}
        </Button>
        <Button size="small" type="link" onClick={() => setAdvanced(true)}>
          {w('advanced')}
        </Button>
      </div>
    </>
  );
}

/** What is wrong with a text; that it could not be looked at, where the reader could not be loaded. */
const faultsOf = (text: string): Promise<readonly Text[]> =>
  import('./checkText.ts').then(
    ({ checkFeel }) => checkFeel(text),
    () => [UNREAD],
  );

const UNREAD: Text = {
  zh: '现在不能检查这段文字，请连上网络后再试一次',
  en: 'This text cannot be checked now; try again when the network is back',
};

/** The text itself, for those who know FEEL. It is checked by the runtime's own reader before it is used. */
function Advanced({ feel, put, back }: { readonly feel: string; readonly put: (feel: string) => void; readonly back: () => void }) {
  const { w, t } = useWords();
  const [typed, setTyped] = useState(feel);
  const [wrong, setWrong] = useState<readonly Text[]>([]);
  const save = async (): Promise<void> => {
    const text = typed.trim().replace(/^=\s*/, '');
    const faults = text === '' ? [] : await faultsOf(text);
    setWrong(faults);
    if (faults.length > 0) return;
    put(text);
    back();
  };
  return (
    <div className="gc-cond">
      <Input.TextArea
        aria-label={w('advancedText')}
        autoFocus
        rows={4}
        className="gc-cond-text"
        data-pending={typed === feel ? undefined : true}
        status={wrong.length > 0 ? 'error' : ''}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {wrong.map((fault) => (
        <p key={fault.zh} className="gc-wrong" role="alert">
          {t(fault)}
        </p>
      ))}
      <div className="gc-cond-row">
        <Button size="small" type="primary" onClick={() => void save()}>
          {w('advancedSave')}
        </Button>
        <Button size="small" onClick={back}>
          {w('cancel')}
        </Button>
      </div>
    </div>
  );
}
