import { useState, type ReactNode } from 'react';
import { Badge, Button, Dropdown, Input, theme } from 'antd';
import { NavLink, useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { CaseCard, Counts, FlowCard, Language, Session } from '@guicheng/server/contract';
import type { LiveState } from '../api/live.ts';
import { ask } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { speak, useWords } from '../words/words.ts';

/** The one bar on top, and the room below it. */
export function Frame({
  session,
  live,
  dark,
  turn,
  children,
}: {
  readonly session: Session;
  readonly live: LiveState;
  readonly dark: boolean;
  readonly turn: () => void;
  readonly children: ReactNode;
}) {
  const { w, t, language } = useWords();
  const { token } = theme.useToken();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const counts = useRead<Counts>('/api/me/counts').data;
  const flows = useRead<readonly FlowCard[]>('/api/flows').data ?? [];
  const choose = (next: Language): void => {
    localStorage.setItem('guicheng.language', next);
    speak(next);
  };
  const badge = (number: number | undefined): string => (number === undefined || number === 0 ? '' : number > 99 ? ' 99+' : ` ${number}`);
  const link = (to: string, words: string) => (
    <NavLink
      to={to}
      style={({ isActive }) => ({
        color: isActive ? token.colorPrimary : token.colorText,
        fontWeight: isActive ? 600 : 400,
        borderBottom: `2px solid ${isActive ? token.colorPrimary : 'transparent'}`,
        padding: '0 2px',
        lineHeight: '46px',
        textDecoration: 'none',
        whiteSpace: 'nowrap',
      })}
    >
      {words}
    </NavLink>
  );
  const signOut = async (): Promise<void> => {
    await ask('/api/session', 'DELETE');
    queries.clear();
    await navigate('/');
    globalThis.location.reload();
  };
  const status = live === 'live' ? 'success' : live === 'offline' ? 'error' : 'warning';
  return (
    <div style={{ minHeight: '100vh', background: token.colorBgLayout, color: token.colorText }}>
      <header
        style={{
          position: 'sticky',
          top: 0,
          zIndex: 10,
          height: 48,
          display: 'flex',
          alignItems: 'center',
          gap: 20,
          padding: '0 16px',
          background: token.colorBgContainer,
          borderBottom: `1px solid ${token.colorBorderSecondary}`,
        }}
      >
        <strong style={{ fontSize: 18, color: token.colorPrimary, letterSpacing: 2 }}>{w('app')}</strong>
        <nav style={{ display: 'flex', gap: 18 }}>
          {link('/todo', w('todo') + badge(counts?.todo))}
          {link('/read', w('read') + badge(counts?.read))}
          {link('/started', w('started') + badge(counts?.started))}
          {link('/done', w('done'))}
          {link('/cases', w('cases'))}
          {link('/flows', w('flows'))}
        </nav>
        <Dropdown
          menu={{
            items: flows
              .filter((flow) => flow.startable)
              .map((flow) => ({ key: flow.key, label: t(flow.name), onClick: () => void navigate(`/start/${flow.key}`) })),
          }}
          disabled={!flows.some((flow) => flow.startable)}
        >
          <Button type="primary" size="small">
            {w('startCase')}
          </Button>
        </Dropdown>
        <Find />
        <span style={{ flex: 1 }} />
        <Badge status={status} text={live === 'live' ? w('live') : live === 'offline' ? w('offline') : w('reconnecting')} />
        <Button size="small" type="text" onClick={turn}>
          {dark ? w('light') : w('dark')}
        </Button>
        <Button size="small" type="text" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        <Dropdown menu={{ items: [{ key: 'out', label: w('signOut'), onClick: () => void signOut() }] }}>
          <span style={{ whiteSpace: 'nowrap', cursor: 'default' }}>
            {t(session.person.name)}
            <span style={{ color: token.colorTextSecondary }}>（{session.posts.slice(0, 1).map((post) => t(post))}）</span>
          </span>
        </Dropdown>
      </header>
      <main style={{ padding: 12 }}>{children}</main>
    </div>
  );
}

/** Finds cases as one types. */
function Find() {
  const { w, t } = useWords();
  const { token } = theme.useToken();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const found = useRead<readonly CaseCard[]>(words.trim() === '' ? null : `/api/search?q=${encodeURIComponent(words.trim())}`).data ?? [];
  const items =
    words.trim() === ''
      ? []
      : found.map((one) => ({
          key: one.id,
          label: `${one.number ?? ''} ${one.title} · ${t(one.flowName)}`,
          onClick: () => void navigate(`/cases/${one.id}`),
        }));
  return (
    <Dropdown open={items.length > 0} menu={{ items }}>
      <Input
        size="small"
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={w('search')}
        style={{ width: 240, background: token.colorBgLayout }}
      />
    </Dropdown>
  );
}
