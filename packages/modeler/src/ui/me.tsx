import { App, Button, Dropdown, Tooltip } from 'antd';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import MoonOutlined from '@ant-design/icons/es/icons/MoonOutlined';
import SunOutlined from '@ant-design/icons/es/icons/SunOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Session } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useSettings } from '../api/settings.ts';
import { useWords } from '../words/words.ts';
import type { Theme } from './kept.ts';
import { useTaste } from './taste.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const THEME_WORDS = { light: 'light', dark: 'dark', system: 'themeSystem' } as const;

/** Language, theme, and who is signed in with which post. */
export function Me({ session, help }: { readonly session: Session; readonly help: () => void }) {
  const { w, t, language } = useWords();
  const choose = useChoose();
  const navigate = useNavigate();
  const leave = useLeave();
  const taste = useTaste();
  const other = taste.dark ? 'light' : 'dark';
  const [post] = session.posts;
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: `${t(session.person.name)} · ${session.posts.map((one) => t(one)).join(w('comma'))}`,
      children: [
        {
          key: 'language',
          label: language === 'zh' ? 'English' : '中文',
          onClick: () => choose({ language: language === 'zh' ? 'en' : 'zh' }),
        },
        {
          key: 'theme',
          label: w('theme'),
          children: THEMES.map((theme) => ({
            key: theme,
            label: `${taste.theme === theme ? '✓ ' : ''}${w(THEME_WORDS[theme])}`,
            onClick: () => choose({ theme }),
          })),
        },
        ...(session.roles.includes('administrator')
          ? [{ key: 'accounts', label: w('accounts'), onClick: () => void navigate('/accounts') }]
          : []),
        { key: 'keys', label: w('keys'), onClick: help },
        { key: 'out', label: session.demo ? w('otherPerson') : w('signOut'), onClick: leave },
      ],
    },
  ];
  return (
    <>
      <span className="gc-not-narrow">
        <Tooltip title={w(THEME_WORDS[other])}>
          <Button
            size="small"
            type="text"
            aria-label={w(THEME_WORDS[other])}
            icon={taste.dark ? <SunOutlined /> : <MoonOutlined />}
            onClick={() => choose({ theme: other })}
          />
        </Tooltip>
        <Button
          size="small"
          type="text"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
      </span>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" className="gc-me" title={w('account')}>
          <span className="gc-cut">
            {t(session.person.name)}
            {post ? <span className="gc-soft gc-not-narrow">{w('inBrackets', { words: t(post) })}</span> : null}
          </span>
          <DownOutlined style={{ fontSize: 10 }} aria-hidden="true" />
        </Button>
      </Dropdown>
    </>
  );
}

/** Chooses at once here, and keeps it for the person's other machines; when that fails this browser still remembers. */
export function useChoose(): ReturnType<typeof useTaste>['choose'] {
  const { choose } = useTaste();
  const { change } = useSettings();
  return (next) => {
    choose(next);
    change(next).catch(() => undefined);
  };
}

/** Signs out; what was typed stays in the browser for the next time. */
export function useLeave(): () => void {
  const { t } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return () => {
    ask('/api/session', 'DELETE').then(
      async () => {
        await navigate('/');
        queries.clear();
        globalThis.location.reload();
      },
      (error: unknown) => void message.error(t(reasonOf(error))),
    );
  };
}
