import { useState, type KeyboardEvent } from 'react';
import { Input } from 'antd';
import type { DemoPerson } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Bones, Fault, Nothing } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { peopleByUnit } from './peopleByUnit.ts';
import type { Enter } from './enter.ts';

/** From how many people on a unit may break over two columns. */
const LONG = 10;

/** The demo's sign-in: everybody of the office by unit, found by name, post or pinyin initials; Enter takes the first. */
export function DemoPeople({ enter, busy, fault }: Enter) {
  const { w, t } = useWords();
  const [typed, setTyped] = useState('');
  const read = useRead<readonly DemoPerson[]>('/api/demo/people');
  const units = peopleByUnit(read.data ?? [], typed);
  const [first] = units[0]?.people ?? [];
  const pick = (person: DemoPerson | undefined): void => {
    if (person && !busy) enter('/api/demo/session', { person: person.id });
  };
  return (
    <section className="gc-demo" aria-label={w('chosenByPick')}>
      <div className="gc-demo-top">
        <h2>{w('chosenByPick')}</h2>
        <Input
          autoFocus
          allowClear
          value={typed}
          placeholder={w('findPeople')}
          aria-label={w('findPeople')}
          style={{ width: 260 }}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed.trim() !== '') pick(first);
          }}
        />
      </div>
      <Fault words={fault ?? (read.error && !read.data ? t(reasonOf(read.error)) : null)} />
      {read.isPending ? <Bones count={10} height={36} /> : null}
      {read.data && units.length === 0 ? <Nothing words={w('nobodyFits', { typed: typed.trim() })} /> : null}
      <div className="gc-demo-units">
        {units.map(({ unit, people }) => (
          <section key={unit.zh} aria-label={t(unit)} data-long={people.length > LONG || undefined}>
            <h3>
              {t(unit)} <span>{people.length}</span>
            </h3>
            <ul>
              {people.map((person) => (
                <li key={person.id}>
                  <button type="button" disabled={busy} data-person={person.id} onClick={() => pick(person)}>
                    <b>{t(person.name)}</b>
                    <span className="gc-cut" title={person.posts.map((post) => t(post)).join(w('comma'))}>
                      {person.posts.map((post) => t(post)).join(w('comma'))}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
