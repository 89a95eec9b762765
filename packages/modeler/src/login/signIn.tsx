import { useState } from 'react';
import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import type { SignIn } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Bones, Fault } from '../ui/pieces.tsx';
import { useTaste } from '../ui/taste.ts';
import { useTitle } from '../ui/title.ts';
import { useWords } from '../words/words.ts';
import { DemoPeople } from './demoPeople.tsx';
import { InvitationForm } from './invitation.tsx';
import { PasswordForm } from './password.tsx';
import { SetUpForm } from './setUp.tsx';
import './login.css';

const INVITATION = '/invitation';

/** Signing in: by password; with an invitation; at the first start with the token; in the demo by picking a person. */
export function SignInPage() {
  const { w, t } = useWords();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const read = useRead<SignIn>('/api/sign-in');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useTitle(w('signIn'));
  const enter = (path: string, body: unknown): void => {
    setBusy(true);
    setFault(null);
    ask(path, 'POST', body).then(
      async () => {
        // An invitation is used once; every other address is where the person wanted to go.
        if (pathname.startsWith(INVITATION)) await navigate('/', { replace: true });
        await queries.resetQueries();
      },
      (error: unknown) => {
        setBusy(false);
        setFault(t(reasonOf(error)));
      },
    );
  };
  const how = read.data;
  const given = { enter, busy, fault };
  return (
    <main className="gc-login">
      <Taste />
      <header>
        <h1>{w('app')}</h1>
        <p>{how ? t(how.office) : ' '}</p>
      </header>
      {read.error && !how ? <Fault words={t(reasonOf(read.error))} again={() => void read.refetch()} /> : null}
      {!how && !read.error ? <Bones count={8} height={40} /> : null}
      {how ? (
        pathname.startsWith(INVITATION) ? (
          <InvitationForm {...given} />
        ) : how.demo ? (
          <DemoPeople {...given} />
        ) : how.setUpNeeded ? (
          <SetUpForm {...given} />
        ) : (
          <PasswordForm {...given} />
        )
      ) : null}
    </main>
  );
}

/** Language and theme before anybody has signed in. */
function Taste() {
  const { w } = useWords();
  const { language, dark, choose } = useTaste();
  return (
    <nav className="gc-login-taste" aria-label={w('looks')}>
      <Button size="small" type="text" onClick={() => choose({ theme: dark ? 'light' : 'dark' })}>
        {w(dark ? 'light' : 'dark')}
      </Button>
      <Button
        size="small"
        type="text"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </nav>
  );
}
