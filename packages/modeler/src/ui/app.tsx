import { lazy, Suspense, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Skeleton, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import type { Session } from '@guicheng/server/contract';
import { reasonOf, Refusal } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useRead } from '../api/queries.ts';
import { Board } from '../board/board.tsx';
import { speak, useWords } from '../words/words.ts';
import { Frame } from './frame.tsx';
import { Fault } from './pieces.tsx';

const SignIn = lazy(() => import('../login/signIn.tsx').then((module) => ({ default: module.SignInPage })));
const Task = lazy(() => import('../task/task.tsx').then((module) => ({ default: module.TaskRoom })));
const Start = lazy(() => import('../task/start.tsx').then((module) => ({ default: module.StartRoom })));
const Case = lazy(() => import('../case/case.tsx').then((module) => ({ default: module.CaseRoom })));
const CaseList = lazy(() => import('../case/list.tsx').then((module) => ({ default: module.CaseList })));
const Shelf = lazy(() => import('../studio/shelf.tsx').then((module) => ({ default: module.Shelf })));
const Flow = lazy(() => import('../studio/flow.tsx').then((module) => ({ default: module.FlowRoom })));

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 2000, refetchOnWindowFocus: true } } });

const remembered = (key: string): string | null => localStorage.getItem(`guicheng.${key}`);

if (remembered('language') === 'en') speak('en');

/** The browser app: language, theme, and the rooms at their addresses. */
export function App() {
  const { language } = useWords();
  const [dark, setDark] = useState(remembered('theme') === 'dark');
  const turn = (): void => {
    localStorage.setItem('guicheng.theme', dark ? 'light' : 'dark');
    setDark(!dark);
  };
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: '#1f4e8c',
          colorError: '#b3261e',
          colorWarning: '#a86400',
          colorSuccess: '#2e6b3a',
          borderRadius: 4,
          fontSize: 14,
          fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif",
        },
      }}
    >
      <AntApp>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Rooms dark={dark} turn={turn} />
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function Rooms({ dark, turn }: { readonly dark: boolean; readonly turn: () => void }) {
  const session = useRead<Session>('/api/session');
  const { w, t } = useWords();
  const live = useLive(session.data !== undefined && !session.isError);
  if (session.isPending) return <Skeleton active style={{ padding: 24 }} />;
  const signedOut = session.error instanceof Refusal && session.error.problem.code === 'signInNeeded';
  // A line that is cut for a moment takes nothing off the screen.
  if (session.isError && !signedOut && !session.data) return <Fault words={t(reasonOf(session.error))} />;
  if (signedOut || !session.data) {
    return (
      <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
        <SignIn />
      </Suspense>
    );
  }
  return (
    <Frame session={session.data} live={live} dark={dark} turn={turn}>
      <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
        <Routes>
          <Route path="/" element={<Navigate to="/todo" replace />} />
          <Route path="/todo" element={<Board list="todo" />} />
          <Route path="/read" element={<Board list="read" />} />
          <Route path="/done" element={<Board list="done" />} />
          <Route path="/started" element={<CaseList list="started" />} />
          <Route path="/cases" element={<CaseList list="all" />} />
          <Route path="/cases/:case" element={<Case />} />
          <Route path="/tasks/:task" element={<Task />} />
          <Route path="/start/:flow" element={<Start />} />
          <Route path="/flows" element={<Shelf />} />
          <Route path="/flows/:flow" element={<Flow />} />
          <Route path="*" element={<p style={{ padding: 24 }}>{w('notFound')}</p>} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
