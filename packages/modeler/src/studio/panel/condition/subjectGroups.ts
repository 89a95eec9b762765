import type { Words } from '../../../words/words.ts';
import type { Word } from '../../../words/zh.ts';
import type { Subject } from '../../condition/subject.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Group {
  readonly label: string;
  readonly options: Choice[];
}

const groupOf = ({ type, each }: Subject): Word =>
  each
    ? 'conditionGroupEach'
    : type === 'decision'
      ? 'conditionGroup'
      : type === 'unknown'
        ? 'conditionGroupOther'
        : 'conditionGroupFields';

const ORDER: readonly Word[] = ['conditionGroup', 'conditionGroupFields', 'conditionGroupEach', 'conditionGroupOther'];

/** What can be asked about, for a list to choose from: decisions first. Groups without anything are left out. */
export const subjectGroups = (subjects: readonly Subject[], { w, t }: Pick<Words, 'w' | 't'>): Group[] =>
  ORDER.map((group) => ({
    label: w(group),
    options: subjects
      .filter((subject) => groupOf(subject) === group)
      .map((subject) => ({ value: subject.key, label: t(subject.name) || subject.key })),
  })).filter(({ options }) => options.length > 0);

/** Whether an entry of such a list is a heading. */
export const isGroup = (entry: unknown): boolean => typeof entry === 'object' && entry !== null && 'options' in entry;
