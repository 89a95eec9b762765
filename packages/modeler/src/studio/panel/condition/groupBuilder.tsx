import { Radio } from 'antd';
import type { Condition } from '../../condition/condition.ts';
import type { Groups } from '../../condition/read.ts';
import type { Subject } from '../../condition/subject.ts';
import { writeCondition, writeGroups } from '../../condition/write.ts';
import { useWords } from '../../../words/words.ts';
import { Builder } from './builder.tsx';

/** A condition of two levels: groups of questions, joined by one word more. Each group is clicked together as a condition by itself. */
export function GroupBuilder({
  groups,
  subjects,
  change,
}: {
  readonly groups: Groups;
  readonly subjects: readonly Subject[];
  readonly change: (feel: string) => void;
}) {
  const { w } = useWords();
  const put = (at: number, condition: Condition): void =>
    change(writeGroups({ ...groups, groups: groups.groups.map((one, index) => (index === at ? condition : one)) }));
  return (
    <div className="gc-cond">
      <Radio.Group
        aria-label={w('joinGroups')}
        value={groups.join}
        options={[
          { value: 'all', label: w('joinAllGroups') },
          { value: 'any', label: w('joinAnyGroup') },
        ]}
        onChange={(event) => change(writeGroups({ ...groups, join: event.target.value as Condition['join'] }))}
      />
      {groups.groups.map((condition, at) => (
        // A group has no name of its own: its place is what it is known by.
        <fieldset key={at} className="gc-cond-group">
          <legend>{w('groupNumber', { number: at + 1 })}</legend>
          <Builder feel={writeCondition(condition)} condition={condition} subjects={subjects} change={(next) => put(at, next)} />
        </fieldset>
      ))}
    </div>
  );
}
