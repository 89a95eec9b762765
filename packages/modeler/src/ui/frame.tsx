import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Dropdown } from 'antd';
import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined';
import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import type { Counts, Session } from '@guicheng/server/contract';
import type { LiveState } from '../api/live.ts';
import { useRead } from '../api/queries.ts';
import { BeginButton } from '../board/begin.tsx';
import { useWords } from '../words/words.ts';
import type { Word } from '../words/zh.ts';
import { useKeys } from './keys.ts';
import { LineState } from './lineState.tsx';
import { Me } from './me.tsx';
import './ui.css';

const Find = lazy(() => import('./find.tsx').then((module) => ({ default: module.Find })));
const KeyHelp = lazy(() => import('./keyHelp.tsx').then((module) => ({ default: module.KeyHelp })));

const ROOMS: readonly { readonly to: string; readonly word: Word; readonly counted?: 'todo' | 'read' }[] = [
  { to: '/todo', word: 'todo', counted: 'todo' },
  { to: '/read', word: 'read', counted: 'read' },
  { to: '/started', word: 'started' },
  { to: '/done', word: 'done' },
  { to: '/cases', word: 'cases' },
  { to: '/flows', word: 'flows' },
];

/** The one bar on top, and the room below it. */
export function Frame({ session, live, children }: { readonly session: Session; readonly live: LiveState; readonly children: ReactNode }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const { front, bring, close } = useFront();
  const counts = useRead<Counts>('/api/me/counts').data;
  useKeys({
    'Ctrl+K': () => bring('find'),
    '?': () => bring('keys'),
    n: () => void navigate('/start'),
  });
  useFocusOnRoom(main);
  return (
    <>
      <a className="gc-skip" href="#main">
        {w('skip')}
      </a>
      <header className="gc-top">
        <Link to="/todo" className="gc-brand">
          {w('app')}
        </Link>
        <Rooms counts={counts} />
        <BeginButton />
        <button type="button" className="gc-finder" onClick={() => bring('find')} aria-label={w('find')} aria-keyshortcuts="Control+K">
          <SearchOutlined aria-hidden="true" />
          <span className="gc-cut gc-not-narrow">{w('find')}</span>
          <kbd className="gc-keycap gc-not-narrow">Ctrl K</kbd>
        </button>
        <span className="gc-fill" />
        <LineState state={live} />
        <Me session={session} help={() => bring('keys')} />
      </header>
      <main id="main" ref={main} tabIndex={-1} className="gc-main">
        {children}
      </main>
      <Suspense fallback={null}>
        {front === 'find' ? <Find close={close} help={() => bring('keys')} /> : null}
        {front === 'keys' ? <KeyHelp close={close} /> : null}
      </Suspense>
    </>
  );
}

function Rooms({ counts }: { readonly counts: Counts | undefined }) {
  const { w } = useWords();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const badge = (number: number | undefined): string => (number === undefined || number === 0 ? '' : number > 99 ? '99+' : `${number}`);
  const here = ROOMS.find((room) => pathname.startsWith(room.to));
  const named = (room: (typeof ROOMS)[number]) => {
    const number = room.counted ? badge(counts?.[room.counted]) : '';
    return (
      <>
        {w(room.word)}
        {number === '' ? null : <span> {number}</span>}
      </>
    );
  };
  return (
    <>
      <nav className="gc-nav gc-not-narrow" aria-label={w('rooms')}>
        {ROOMS.map((room) => (
          <NavLink key={room.to} to={room.to}>
            {named(room)}
          </NavLink>
        ))}
      </nav>
      <nav className="gc-only-narrow" aria-label={w('rooms')}>
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: here ? [here.to] : [],
            items: ROOMS.map((room) => ({ key: room.to, label: named(room), onClick: () => void navigate(room.to) })),
          }}
        >
          <Button type="text" icon={<MenuOutlined />}>
            {here ? named(here) : w('rooms')}
          </Button>
        </Dropdown>
      </nav>
    </>
  );
}

/** What stands in front of everything, if anything; when it goes, the focus returns to where it was. */
function useFront() {
  const [front, setFront] = useState<'find' | 'keys' | null>(null);
  const before = useRef<Element | null>(null);
  return {
    front,
    bring: (what: 'find' | 'keys') => {
      if (front === null) before.current = document.activeElement;
      setFront(what);
    },
    close: () => {
      setFront(null);
      const { current } = before;
      // After the dialog has gone and, where something was chosen, its room has come.
      setTimeout(() => {
        if (document.activeElement === document.body && current instanceof HTMLElement && current.isConnected) current.focus();
      });
    },
  };
}

/** After going to another room the reading begins there, unless something in it has taken the focus. */
function useFocusOnRoom(main: { readonly current: HTMLElement | null }): void {
  const room = useLocation().pathname.split('/')[1];
  const last = useRef(room);
  useEffect(() => {
    if (last.current === room) return;
    last.current = room;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [room, main]);
}
