import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { Input, Modal } from 'antd';
import { useNavigate } from 'react-router';
import type { CaseCard, FlowCard, PersonOption } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useWords, type Words } from '../words/words.ts';
import type { Word } from '../words/zh.ts';
import { foundIn, type Found } from './found.ts';
import { useChoose, useLeave } from './me.tsx';
import { useTaste } from './taste.ts';
import './find.css';

const GO: readonly { readonly to: string; readonly word: Word }[] = [
  { to: '/todo', word: 'todo' },
  { to: '/read', word: 'read' },
  { to: '/started', word: 'started' },
  { to: '/done', word: 'done' },
  { to: '/cases', word: 'cases' },
  { to: '/flows', word: 'flows' },
  { to: '/start', word: 'startCase' },
  { to: '!language', word: 'otherLanguage' },
  { to: '!theme', word: 'otherTheme' },
  { to: '!keys', word: 'keys' },
  { to: '!out', word: 'signOut' },
];
const GROUPS = { commands: 'foundCommands', cases: 'cases', flows: 'flows', people: 'foundPeople' } as const;

const nameOf = (found: Found, { w, t }: Words): string =>
  'text' in found.name ? t(found.name.text) : w(found.name.word, { about: found.name.about ? t(found.name.about) : '' });

/** Finds any case, flow, person or command as one types, by words or by pinyin initials. */
export function Find({ close, help }: { readonly close: () => void; readonly help: () => void }) {
  const words = useWords();
  const { w, t } = words;
  const navigate = useNavigate();
  const taste = useTaste();
  const choose = useChoose();
  const leave = useLeave();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed.trim());
  const cases = useRead<readonly CaseCard[]>(asked === '' ? null : `/api/search?q=${encodeURIComponent(asked)}`);
  const flows = useRead<readonly FlowCard[]>('/api/flows').data ?? [];
  const people = useRead<readonly PersonOption[]>('/api/people').data ?? [];
  const found = foundIn(
    {
      cases: asked === '' ? [] : (cases.data ?? []),
      flows,
      people,
      commands: GO.map((command) => ({ ...command, text: w(command.word) })),
    },
    typed,
  );
  const chosen = found[Math.min(at, found.length - 1)];
  const act = (one: Found): void => {
    close();
    if (one.to === '!language') choose({ language: taste.language === 'zh' ? 'en' : 'zh' });
    else if (one.to === '!theme') choose({ theme: taste.dark ? 'light' : 'dark' });
    else if (one.to === '!keys') help();
    else if (one.to === '!out') leave();
    else void navigate(one.to);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && found.length > 0) {
      event.preventDefault();
      const next = (at + by + found.length) % found.length;
      setAt(next);
      document.querySelector(`[data-found="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' && chosen) act(chosen);
  };
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={640} style={{ top: 72 }} aria-label={w('find')}>
      <Input
        autoFocus
        variant="borderless"
        size="large"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        placeholder={w('findWhat')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${at}` : undefined}
        aria-label={w('findWhat')}
      />
      <ul id={list} role="listbox" aria-label={w('find')} className="gc-found">
        {found.map((one, index) => (
          <li key={one.key} role="presentation">
            {found[index - 1]?.group === one.group ? null : <h3>{w(GROUPS[one.group])}</h3>}
            <div
              id={`${list}-${index}`}
              data-found={index}
              role="option"
              aria-selected={one === chosen}
              tabIndex={-1}
              onClick={() => act(one)}
              onKeyDown={press}
              onMouseMove={() => setAt(index)}
            >
              <span className="gc-cut">{nameOf(one, words)}</span>
              <span className="gc-cut gc-soft">
                {one.hint
                  .map((hint) => (typeof hint === 'string' ? hint : t(hint)))
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {found.length === 0 && !cases.isFetching ? <p className="gc-found-none">{w('foundNothing', { typed: typed.trim() })}</p> : null}
      <span className="gc-hidden" role="status">
        {w('foundCount', { count: found.length })}
      </span>
    </Modal>
  );
}
