import { useState, type ReactNode } from 'react';
import { Button, Radio } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Condition } from '../../condition/condition.ts';
import type { Groups } from '../../condition/read.ts';
import type { Subject } from '../../condition/subject.ts';
import { writeCondition, writeGroups } from '../../condition/write.ts';
import { useWords } from '../../../words/words.ts';
import { Builder } from './builder.tsx';

/**
 * A condition of two levels: groups of questions, joined by one word more. Each group is clicked together as a condition by itself; one that
 * was begun stands here until it is whole.
 */
export function GroupBuilder({
  groups: { join: written, groups },
  subjects,
  change,
}: {
  /** One group: the others are to be begun, and none stands in the diagram before the second is whole. */
  readonly groups: Groups;
  readonly subjects: readonly Subject[];
  readonly change: (feel: string) => void;
}) {
  const { w } = useWords();
  const [begun, setBegun] = useState(groups.length === 1 ? 1 : 0);
  const [meant, setMeant] = useState(written);
  const begins = begun === groups.length;
  const join = groups.length === 1 ? meant : written;
  const put = (next: readonly Condition[], joined = join): void => {
    const [only, ...others] = next;
    if (only) change(others.length === 0 ? writeCondition(only) : writeGroups({ join: joined, groups: next }));
  };
  const without = (at: number): void => put(groups.filter((_, index) => index !== at));
  return (
    <div className="gc-cond">
      <Radio.Group
        aria-label={w('joinGroups')}
        value={join}
        options={[
          { value: 'all', label: w('joinAllGroups') },
          { value: 'any', label: w('joinAnyGroup') },
        ]}
        onChange={(event) => {
          const next = event.target.value as Condition['join'];
          setMeant(next);
          if (groups.length > 1) put(groups, next);
        }}
      />
      {groups.map((condition, at) => (
        // A group has no name of its own: its place is what it is known by.
        <Group key={at} number={at + 1} remove={groups.length > 1 ? () => without(at) : null}>
          <Builder
            feel={writeCondition(condition)}
            condition={condition}
            subjects={subjects}
            change={(next) => put(groups.map((one, index) => (index === at ? next : one)))}
          />
        </Group>
      ))}
      {begins ? (
        <Group number={groups.length + 1} remove={groups.length > 1 ? () => setBegun(0) : null}>
          <Builder feel="" condition={undefined} subjects={subjects} change={(next) => put([...groups, next])} />
        </Group>
      ) : (
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => setBegun(groups.length)}>
          {w('addGroup')}
        </Button>
      )}
    </div>
  );
}

function Group({
  number,
  remove,
  children,
}: {
  readonly number: number;
  readonly remove: (() => void) | null;
  readonly children: ReactNode;
}) {
  const { w } = useWords();
  const words = w('removeGroup', { number });
  return (
    <fieldset className="gc-cond-group">
      <legend>
        {w('groupNumber', { number })}
        {remove ? <Button size="small" type="text" icon={<CloseOutlined />} aria-label={words} title={words} onClick={remove} /> : null}
      </legend>
      {children}
    </fieldset>
  );
}
