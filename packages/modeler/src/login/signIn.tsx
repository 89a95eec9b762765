import { useState } from 'react';
import { Button, Card, Form, Input, theme } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { DemoPerson, SignIn } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';

/** Signing in: by password; at the first start with the token; in the demo by picking a person. */
export function SignInPage() {
  const { w, t } = useWords();
  const { token } = theme.useToken();
  const queries = useQueryClient();
  const how = useRead<SignIn>('/api/sign-in').data;
  const [fault, setFault] = useState<string | null>(null);
  const enter = (path: string, body: unknown): void => {
    setFault(null);
    ask(path, 'POST', body).then(
      () => queries.resetQueries(),
      (error: unknown) => setFault(t(reasonOf(error))),
    );
  };
  if (!how) return null;
  return (
    <div style={{ minHeight: '100vh', background: token.colorBgLayout, color: token.colorText, padding: '40px 24px' }}>
      <h1 style={{ textAlign: 'center', color: token.colorPrimary, letterSpacing: 4, margin: 0 }}>{w('app')}</h1>
      <p style={{ textAlign: 'center', color: token.colorTextSecondary }}>{t(how.office)}</p>
      {how.demo ? (
        <DemoPeople enter={(person) => enter('/api/demo/session', { person })} />
      ) : (
        <Card style={{ maxWidth: 380, margin: '24px auto' }} title={how.setUpNeeded ? w('setUp') : w('signIn')}>
          <Form
            layout="vertical"
            onFinish={(values: { readonly [field: string]: string }) => enter(how.setUpNeeded ? '/api/set-up' : '/api/session', values)}
          >
            {how.setUpNeeded ? (
              <Form.Item name="token" label={w('token')} rules={[{ required: true }]}>
                <Input />
              </Form.Item>
            ) : null}
            <Form.Item name={how.setUpNeeded ? 'person' : 'name'} label={w('name')} rules={[{ required: true }]}>
              <Input autoComplete="username" />
            </Form.Item>
            <Form.Item name="password" label={w('password')} rules={[{ required: true, min: how.setUpNeeded ? 10 : 1 }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" block>
              {w('signIn')}
            </Button>
          </Form>
        </Card>
      )}
      <div style={{ maxWidth: 380, margin: '0 auto' }}>
        <Fault words={fault} />
      </div>
    </div>
  );
}

function DemoPeople({ enter }: { readonly enter: (person: string) => void }) {
  const { w, t } = useWords();
  const { token } = theme.useToken();
  const people = useRead<readonly DemoPerson[]>('/api/demo/people').data ?? [];
  const units = [...new Map(people.map((person) => [person.unit.zh, person.unit])).values()];
  return (
    <div style={{ maxWidth: 1180, margin: '0 auto' }}>
      <h2 style={{ fontSize: 16 }}>{w('chosenByPick')}</h2>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(270px, 1fr))', gap: 12 }}>
        {units.map((unit) => (
          <Card key={unit.zh} size="small" title={t(unit)}>
            {people
              .filter((person) => person.unit.zh === unit.zh)
              .map((person) => (
                <Button
                  key={person.id}
                  type="text"
                  block
                  style={{ textAlign: 'start', justifyContent: 'flex-start', height: 'auto', padding: '3px 6px' }}
                  onClick={() => enter(person.id)}
                >
                  <span style={{ minWidth: 60 }}>{t(person.name)}</span>
                  <span style={{ color: token.colorTextSecondary, whiteSpace: 'normal', textAlign: 'start', fontSize: 12 }}>
                    {person.posts
                      .slice(0, 3)
                      .map((post) => t(post))
                      .join('、')}
                  </span>
                </Button>
              ))}
          </Card>
        ))}
      </div>
    </div>
  );
}
