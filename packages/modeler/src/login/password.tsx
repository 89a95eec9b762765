import { Button, Form, Input } from 'antd';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import type { Enter } from './enter.ts';

/** Name and password. What was typed stays when it was refused. */
export function PasswordForm({ enter, busy, fault }: Enter) {
  const { w } = useWords();
  return (
    <section className="gc-login-box" aria-label={w('signIn')}>
      <h2>{w('signIn')}</h2>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { readonly [field: string]: string }) => enter('/api/session', values)}
      >
        <Form.Item name="name" label={w('name')} rules={[{ required: true, message: w('nameNeeded') }]}>
          <Input autoFocus autoComplete="username" maxLength={80} />
        </Form.Item>
        <Form.Item name="password" label={w('password')} rules={[{ required: true, message: w('passwordNeeded') }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Fault words={fault} />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {w('signIn')}
        </Button>
      </Form>
      <p className="gc-soft">{w('passwordForgotten')}</p>
    </section>
  );
}
