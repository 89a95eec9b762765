import { useState } from 'react';
import { Select } from 'antd';
import type { PersonOption } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { useWords } from '../../words/words.ts';
import { idsOf, textOf } from '../values.ts';
import { spoken, type Control } from './control.ts';
import { matches } from './matches.ts';
import { numbered } from './numbered.tsx';

/** As many people as the server tells at once; in a larger house it is asked with what was typed. */
const AT_ONCE = 200;

/** A person in the list: the name, then where they sit and what they are. */
const personLine = (option: { readonly data: { readonly label: string; readonly hint: string } }) => (
  <span>
    {option.data.label} <span className="gc-quiet">{option.data.hint}</span>
  </span>
);

/** Somebody, or several, found by name, unit, post or the first letters of the pinyin. */
export function PeopleControl(control: Control) {
  const { t, w } = useWords();
  const { field, value, faulty, change } = control;
  const [typed, setTyped] = useState('');
  const all = useRead<readonly PersonOption[]>('/api/people');
  const large = (all.data?.length ?? 0) >= AT_ONCE;
  const found = useRead<readonly PersonOption[]>(large && typed.trim() !== '' ? `/api/people?q=${encodeURIComponent(typed.trim())}` : null);
  const many = field.type === 'persons';
  const chosen = many ? idsOf(value) : [textOf(value)].filter((one) => one !== '');
  const people = [...new Map([...(all.data ?? []), ...(found.data ?? [])].map((person) => [person.id, person])).values()];
  const known = new Set(people.map((person) => person.id));
  const options = [
    ...people.map((person) => ({
      value: person.id,
      label: t(person.name),
      hint: [t(person.unit), ...person.posts.slice(0, 2).map((post) => t(post))].join(' · '),
      words: [person.id, person.name, person.unit, ...person.posts],
    })),
    // Somebody chosen before who is not in this list keeps the name.
    ...(field.shown ?? [])
      .filter((one) => chosen.includes(one.id) && !known.has(one.id))
      .map((one) => ({ value: one.id, label: t(one.name), hint: '', words: [one.id, one.name] })),
  ];
  return (
    <Select
      {...spoken(control)}
      {...(faulty ? { status: 'error' as const } : {})}
      {...(many ? { mode: 'multiple' as const, tagRender: numbered(chosen) } : {})}
      allowClear
      loading={all.isPending}
      showSearch={{ filterOption: (input, option) => matches(input, option?.words ?? []), onSearch: setTyped, autoClearSearchValue: true }}
      options={options}
      optionRender={personLine}
      value={many ? [...chosen] : (chosen[0] ?? null)}
      onChange={(next: string | string[] | null | undefined) => change(next ?? (many ? [] : null))}
      placeholder={w('findPerson')}
      style={{ width: '100%', maxWidth: many ? undefined : 420 }}
    />
  );
}
