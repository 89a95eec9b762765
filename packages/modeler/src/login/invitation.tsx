import { Button, Form, Input } from 'antd';
import { useLocation } from 'react-router';
import type { AcceptInvitation } from '@guicheng/server/contract';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { NewPassword } from './newPassword.tsx';
import type { Enter } from './enter.ts';

/** The address of an invitation: its token stands after the #, which no server and no log ever sees. */
export const invitationAddress = (token: string): string => `/invitation#${token}`;

/** Choosing a password with an invitation; who it names is signed in. */
export function InvitationForm({ enter, busy, fault }: Enter) {
  const { w } = useWords();
  const { hash } = useLocation();
  return (
    <section className="gc-login-box" aria-label={w('invitation')}>
      <h2>{w('invitation')}</h2>
      <p className="gc-soft">{w('invitationHow')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ token: hash.slice(1) }}
        onFinish={({ token, password }: AcceptInvitation) => enter('/api/invitation', { token: token.trim(), password })}
      >
        <Form.Item name="token" label={w('invitationToken')} rules={[{ required: true, message: w('tokenNeeded') }]}>
          <Input autoComplete="off" maxLength={120} />
        </Form.Item>
        <NewPassword />
        <Fault words={fault} />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {w('invitationDo')}
        </Button>
      </Form>
    </section>
  );
}
