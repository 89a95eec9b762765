import { Button, Form, Input } from 'antd';
import { useSearchParams } from 'react-router';
import type { SetUp } from '@guicheng/server/contract';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { NewPassword } from './newPassword.tsx';
import type { Enter } from './enter.ts';

/** The first start: the token that the server printed, who you are, and a password. */
export function SetUpForm({ enter, busy, fault }: Enter) {
  const { w } = useWords();
  const [search] = useSearchParams();
  return (
    <section className="gc-login-box" aria-label={w('setUp')}>
      <h2>{w('setUp')}</h2>
      <p className="gc-soft">{w('setUpHow')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ token: search.get('token') ?? '' }}
        onFinish={({ token, person, password }: SetUp) => enter('/api/set-up', { token: token.trim(), person: person.trim(), password })}
      >
        <Form.Item name="token" label={w('token')} rules={[{ required: true, message: w('tokenNeeded') }]}>
          <Input autoFocus autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name="person" label={w('setUpName')} rules={[{ required: true, message: w('nameNeeded') }]} extra={w('setUpNameHint')}>
          <Input autoComplete="username" maxLength={80} />
        </Form.Item>
        <NewPassword />
        <Fault words={fault} />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {w('setUpDo')}
        </Button>
      </Form>
    </section>
  );
}
