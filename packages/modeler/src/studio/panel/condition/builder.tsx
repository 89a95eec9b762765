import { useId, useState } from 'react';
import { Button, Radio, Select } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useWords } from '../../../words/words.ts';
import { comparisonsFor } from './comparisons.ts';
import type { Comparison, Condition } from '../../condition/condition.ts';
import { conditionOf, firstValue, freshLine, type Line, linesOf } from './draft.ts';
import { comparisonWords } from '../../condition/say.ts';
import { isGroup, subjectGroups } from './subjectGroups.ts';
import type { Subject } from '../../condition/subject.ts';
import { ValueControl } from './valueControl.tsx';

/** A line about which nothing was chosen yet. */
const UNASKED: Line = { of: '', is: 'equal', value: null };

interface Draft {
  readonly join: Condition['join'];
  readonly lines: readonly Line[];
}

/** Nothing asked yet: one empty line stands there. */
const NOTHING: Draft = { join: 'all', lines: [] };

/**
 * A condition, clicked together line by line. It is told whenever it is whole; a line that lacks something stays here, and what stood in the
 * diagram stays there until then.
 */
export function Builder({
  feel,
  condition,
  subjects,
  change,
}: {
  /** What stands in the diagram; where it changes otherwise, what was not finished here gives way. */
  readonly feel: string;
  readonly condition: Condition | undefined;
  readonly subjects: readonly Subject[];
  readonly change: (condition: Condition) => void;
}) {
  const { w, t } = useWords();
  const id = useId();
  const [unfinished, setUnfinished] = useState<{ readonly on: string; readonly draft: Draft } | null>(null);
  const draft = unfinished?.on === feel ? unfinished.draft : condition ? { join: condition.join, lines: linesOf(condition) } : NOTHING;
  const put = (next: Draft): void => {
    const whole = conditionOf(next, subjects);
    setUnfinished(whole ? null : { on: feel, draft: next });
    if (whole) change(whole);
  };
  const putLine = (at: number, line: Line): void => put({ ...draft, lines: draft.lines.map((one, index) => (index === at ? line : one)) });
  if (subjects.length === 0) return <p className="gc-quiet">{w('nothingToAsk')}</p>;
  const groups = subjectGroups(subjects, { w, t });
  const choose = (at: number, key: string): void => {
    const subject = subjects.find((one) => one.key === key);
    if (subject) put({ ...draft, lines: [...draft.lines.slice(0, at), freshLine(subject), ...draft.lines.slice(at + 1)] });
  };
  return (
    <div className="gc-cond">
      {draft.lines.length > 1 ? (
        <Radio.Group
          value={draft.join}
          options={[
            { value: 'all', label: w('joinAll') },
            { value: 'any', label: w('joinAny') },
          ]}
          onChange={(event) => put({ ...draft, join: event.target.value as Condition['join'] })}
        />
      ) : null}
      {draft.lines.map((line, at) => (
        // A line has no name of its own: its place is what it is known by.
        <div key={at} className="gc-cond-line">
          {at > 0 ? <span className="gc-cond-join">{draft.join === 'all' ? w('andWord') : w('orWord')}</span> : null}
          <LineControl
            id={`${id}-${at}`}
            number={at + 1}
            line={line}
            subjects={subjects}
            groups={groups}
            choose={(key) => choose(at, key)}
            change={(next) => putLine(at, next)}
            remove={draft.lines.length > 1 ? () => put({ ...draft, lines: draft.lines.filter((_, index) => index !== at) }) : null}
          />
        </div>
      ))}
      {draft.lines.length === 0 ? (
        <SubjectSelect number={1} value={null} groups={groups} choose={(key) => choose(0, key)} />
      ) : (
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => put({ ...draft, lines: [...draft.lines, UNASKED] })}>
          {w('addLine')}
        </Button>
      )}
    </div>
  );
}

type Groups = ReturnType<typeof subjectGroups>;

/** One question: about what, how it compares, with what. */
function LineControl({
  id,
  number,
  line,
  subjects,
  groups,
  choose,
  change,
  remove,
}: {
  readonly id: string;
  readonly number: number;
  readonly line: Line;
  readonly subjects: readonly Subject[];
  readonly groups: Groups;
  readonly choose: (key: string) => void;
  readonly change: (line: Line) => void;
  readonly remove: (() => void) | null;
}) {
  const { w, t } = useWords();
  const subject = subjects.find(({ key }) => key === line.of);
  const compare = (is: Comparison): void =>
    change({ ...line, is, value: subject && keeps(line.is, is) ? line.value : subject ? firstValue(subject, is) : null });
  return (
    <>
      <div className="gc-cond-row">
        {line.who ? (
          <Select
            value={line.who}
            aria-label={w('askAbout', { number })}
            options={[
              { value: 'every', label: w('whoEvery') },
              { value: 'some', label: w('whoSome') },
            ]}
            onChange={(who: 'some' | 'every') => change({ ...line, who })}
            popupMatchSelectWidth={false}
          />
        ) : null}
        <SubjectSelect number={number} value={line.of || null} groups={groups} choose={choose} />
        {remove ? (
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={w('removeLine', { number })}
            title={w('removeLine', { number })}
            onClick={remove}
          />
        ) : null}
      </div>
      {subject ? (
        <div className="gc-cond-row">
          <Select
            aria-label={w('askCompare', { number })}
            value={line.is}
            options={comparisonsFor(subject.type).map((is) => ({ value: is, label: t(comparisonWords(is)) }))}
            onChange={compare}
            popupMatchSelectWidth={false}
          />
          {line.is === 'filled' || line.is === 'empty' ? null : (
            <ValueControl
              // Another kind of value begins with nothing typed.
              key={`${line.of} ${line.is === 'equal' || line.is === 'unequal'}`}
              id={id}
              label={w('askValue', { number })}
              line={line}
              subject={subject}
              change={(value) => change({ ...line, value })}
            />
          )}
        </div>
      ) : null}
      {subject && line.value === null && line.is !== 'filled' && line.is !== 'empty' ? (
        <p className="gc-cond-lacks">{w('lineLacks')}</p>
      ) : null}
    </>
  );
}

/** Whether the same value can stand under another comparison. */
const keeps = (from: Comparison, to: Comparison): boolean => ![from, to].some((is) => is === 'filled' || is === 'empty');

function SubjectSelect({
  number,
  value,
  groups,
  choose,
}: {
  readonly number: number;
  readonly value: string | null;
  readonly groups: Groups;
  readonly choose: (key: string) => void;
}) {
  const { w } = useWords();
  return (
    <Select
      className="gc-cond-subject"
      aria-label={w('askAbout', { number })}
      placeholder={w('chooseSubject')}
      value={value}
      showSearch={{
        filterOption: (typed, option) =>
          !isGroup(option) &&
          String(option?.label ?? '')
            .toLowerCase()
            .includes(typed.trim().toLowerCase()),
      }}
      options={groups}
      onChange={choose}
      popupMatchSelectWidth={false}
    />
  );
}
