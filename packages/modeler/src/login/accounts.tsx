import { useState } from 'react';
import { App, Button, Input, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { AccountRow, Invitation } from '@guicheng/server/contract';
import { readsAs } from '@guicheng/runtime/model';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Bones, Fault, Mark, Nothing } from '../ui/pieces.tsx';
import { useTitle } from '../ui/title.ts';
import { moment, useWords } from '../words/words.ts';
import { invitationAddress } from './invitation.tsx';
import './login.css';

const STATES = { none: 'accountNone', invited: 'accountInvited', active: 'accountActive' } as const;

const TONES = { none: undefined, invited: 'soon', active: 'done' } as const;

/** For administrators: who can sign in, and whom to invite. An invitation is shown once, to be handed over. */
export function Accounts() {
  const { w, t } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const read = useRead<readonly AccountRow[]>('/api/accounts');
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState<{ readonly person: string; readonly invitation: Invitation } | null>(null);
  useTitle(w('accounts'));
  const refused = (error: unknown): void => void message.error(t(reasonOf(error)));
  const again = (): void => void queries.invalidateQueries({ queryKey: ['/api/accounts'] });
  const invite = (person: string): void => {
    ask<Invitation>(`/api/accounts/${person}/invitation`, 'POST', {}).then((invitation) => {
      setGiven({ person, invitation });
      again();
    }, refused);
  };
  const end = (person: string): Promise<void> => ask(`/api/accounts/${person}`, 'DELETE').then(again, refused);
  const rows = (read.data ?? []).filter((row) => [row.name, row.unit].some((text) => readsAs(`${text.zh} ${text.en ?? ''}`, typed)));
  return (
    <div className="gc-accounts">
      <h1>{w('accounts')}</h1>
      <p className="gc-soft">{w('accountsHow')}</p>
      <Input
        allowClear
        value={typed}
        style={{ width: 260, marginBottom: 12 }}
        placeholder={w('findPeople')}
        aria-label={w('findPeople')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {read.error && !read.data ? <Fault words={t(reasonOf(read.error))} again={() => void read.refetch()} /> : null}
      {read.isPending ? <Bones count={12} height={36} /> : null}
      {read.data && rows.length === 0 ? <Nothing words={w('nobodyFits', { typed })} /> : null}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <b>{t(row.name)}</b>
            <span className="gc-soft gc-cut">{t(row.unit)}</span>
            <span>
              <Mark tone={TONES[row.account]}>{w(STATES[row.account])}</Mark>
            </span>
            <span className="gc-end">
              <Button size="small" onClick={() => invite(row.id)}>
                {w(row.account === 'active' ? 'accountReset' : 'accountInvite')}
              </Button>{' '}
              {row.account === 'none' ? null : (
                <Popconfirm
                  icon={null}
                  title={w('accountEndTitle', { who: t(row.name) })}
                  okText={w('accountEnd')}
                  okButtonProps={{ danger: true }}
                  onConfirm={() => end(row.id)}
                >
                  <Button size="small" danger>
                    {w('accountEnd')}
                  </Button>
                </Popconfirm>
              )}
            </span>
            {given?.person === row.id ? (
              <p role="status">
                {w('invitationHandOver', { who: t(row.name), until: moment(given.invitation.until) })}
                <code>{`${globalThis.location.origin}${invitationAddress(given.invitation.token)}`}</code>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
