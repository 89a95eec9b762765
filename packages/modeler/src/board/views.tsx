import { useState } from 'react';
import { App, Button, Input, Popover, Switch } from 'antd';
import type { BoardQuery, PersonalSettings, SavedView } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useSettings } from '../api/settings.ts';
import { useWords } from '../words/words.ts';
import { sameQuery } from './query.ts';

/** How many views one person can keep, and how long a name may be. */
const MOST = 20;
const LONGEST = 40;

/** Ways of looking at the board that somebody keeps under a name; one of them may be what 待办 opens with. */
export function Views({ query, change }: { readonly query: BoardQuery; readonly change: (query: BoardQuery) => void }) {
  const { w, t } = useWords();
  const { message } = App.useApp();
  const { settings, change: keep } = useSettings();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { views, startView } = settings;
  const current = views.find((view) => sameQuery(view.query, query));
  const put = (patch: Partial<PersonalSettings>): Promise<boolean> =>
    keep(patch).then(
      () => true,
      (error: unknown) => {
        void message.error(t(reasonOf(error)));
        return false;
      },
    );
  const add = async (): Promise<void> => {
    const view: SavedView = { name: name.trim(), query };
    if (view.name === '') return;
    if (await put({ views: [...views.filter((one) => one.name !== view.name), view] })) setName('');
  };
  const drop = (view: SavedView): Promise<boolean> =>
    put({ views: views.filter((one) => one !== view), startView: startView === view.name ? null : startView });
  const content = (
    <div className="gc-views">
      {views.length === 0 ? <p className="gc-soft">{w('viewsNone')}</p> : null}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Button
              type="text"
              size="small"
              className="gc-cut"
              aria-current={view === current}
              onClick={() => {
                change(view.query);
                setOpen(false);
              }}
            >
              {view === current ? '✓ ' : ''}
              {view.name}
            </Button>
            <Switch
              size="small"
              checked={startView === view.name}
              onChange={(on) => void put({ startView: on ? view.name : null })}
              aria-label={w('viewStart', { name: view.name })}
            />
            <Button type="text" size="small" onClick={() => void drop(view)} aria-label={w('viewDrop', { name: view.name })}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      {views.length > 0 ? <p className="gc-soft">{w('viewsStartHint')}</p> : null}
      {current ? null : views.length >= MOST ? (
        <p className="gc-soft">{w('viewsFull', { most: MOST })}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Input
            size="small"
            value={name}
            maxLength={LONGEST}
            placeholder={w('viewName')}
            aria-label={w('viewName')}
            onChange={(event) => setName(event.target.value)}
          />
          <Button size="small" htmlType="submit" disabled={name.trim() === ''}>
            {w('viewKeep')}
          </Button>
        </form>
      )}
    </div>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" title={w('views')} content={content}>
      <Button size="small">{current ? w('viewNow', { name: current.name }) : w('views')} ▾</Button>
    </Popover>
  );
}
