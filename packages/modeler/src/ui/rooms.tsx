import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import type { Session } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useRead } from '../api/queries.ts';
import { isSignedOut, SESSION } from '../api/session.ts';
import { useSettings } from '../api/settings.ts';
import { Board } from '../board/board.tsx';
import { BoardBones } from '../board/bones.tsx';
import { useWords } from '../words/words.ts';
import { Frame } from './frame.tsx';
import { Bones, Fault, Nothing } from './pieces.tsx';
import { RoomFault } from './roomFault.tsx';
import { useTaste } from './taste.ts';
import { useTitle } from './title.ts';

const SignIn = lazy(() => import('../login/signIn.tsx').then((module) => ({ default: module.SignInPage })));
const Accounts = lazy(() => import('../login/accounts.tsx').then((module) => ({ default: module.Accounts })));
const StartList = lazy(() => import('../board/start.tsx').then((module) => ({ default: module.StartList })));
const Task = lazy(() => import('../task/task.tsx').then((module) => ({ default: module.TaskRoom })));
const Start = lazy(() => import('../task/start.tsx').then((module) => ({ default: module.StartRoom })));
const Case = lazy(() => import('../case/case.tsx').then((module) => ({ default: module.CaseRoom })));
const CaseList = lazy(() => import('../case/list.tsx').then((module) => ({ default: module.CaseList })));
const Shelf = lazy(() => import('../studio/shelf.tsx').then((module) => ({ default: module.Shelf })));
const Flow = lazy(() => import('../studio/flow.tsx').then((module) => ({ default: module.FlowRoom })));
const Versions = lazy(() => import('../studio/versions/list.tsx').then((module) => ({ default: module.VersionsRoom })));
const Compare = lazy(() => import('../studio/versions/compare.tsx').then((module) => ({ default: module.CompareRoom })));
const Publish = lazy(() => import('../studio/versions/publish.tsx').then((module) => ({ default: module.PublishRoom })));
const Migrate = lazy(() => import('../studio/versions/migrate/migrate.tsx').then((module) => ({ default: module.MigrateRoom })));
const drawing = () => import('../studio/drawing/room.tsx');
const Draw = lazy(() => drawing().then((module) => ({ default: module.DrawRoom })));
// The editor is large: an address that leads to it fetches it beside the question who is signed in.
if (/^\/flows\/[^/]+\/draw$/.test(globalThis.location.pathname)) void drawing();

/** Who is signed in, and the room at the address. */
export function Rooms() {
  const session = useRead<Session>(SESSION);
  const { t } = useWords();
  const { pathname } = useLocation();
  const signedOut = isSignedOut(session.error);
  const live = useLive(session.data !== undefined && !signedOut);
  if (session.isPending) return <FirstBones />;
  // A line that is cut for a moment takes nothing off the screen.
  if (session.isError && !signedOut && !session.data)
    return (
      <div className="gc-padded">
        <Fault words={t(reasonOf(session.error))} again={() => void session.refetch()} />
      </div>
    );
  if (signedOut || !session.data || pathname.startsWith('/invitation')) {
    return (
      <Suspense fallback={null}>
        <SignIn />
      </Suspense>
    );
  }
  return (
    <Frame session={session.data} live={live}>
      <Own />
      <RoomFault at={pathname}>
        <Suspense fallback={<RoomBones />}>
          <Routes>
            <Route path="/" element={<Navigate to="/todo" replace />} />
            <Route path="/todo/:task?" element={<Board key="todo" list="todo" />} />
            <Route path="/read/:task?" element={<Board key="read" list="read" />} />
            <Route path="/done" element={<Board key="done" list="done" />} />
            <Route path="/started" element={<CaseList key="started" list="started" />} />
            <Route path="/cases" element={<CaseList key="all" list="all" />} />
            <Route path="/start" element={<StartList />} />
            <Route path="/accounts" element={<Accounts />} />
            <Route
              path="/cases/:case"
              element={
                <Padded>
                  <Case />
                </Padded>
              }
            />
            <Route
              path="/tasks/:task"
              element={
                <Padded>
                  <Task />
                </Padded>
              }
            />
            <Route
              path="/start/:flow"
              element={
                <Padded>
                  <Start />
                </Padded>
              }
            />
            <Route
              path="/flows"
              element={
                <Padded>
                  <Shelf />
                </Padded>
              }
            />
            <Route
              path="/flows/:flow"
              element={
                <Padded>
                  <Flow />
                </Padded>
              }
            />
            <Route path="/flows/:flow/draw" element={<Draw />} />
            <Route
              path="/flows/:flow/versions"
              element={
                <Padded>
                  <Versions />
                </Padded>
              }
            />
            <Route
              path="/flows/:flow/compare"
              element={
                <Padded>
                  <Compare />
                </Padded>
              }
            />
            <Route
              path="/flows/:flow/publish"
              element={
                <Padded>
                  <Publish />
                </Padded>
              }
            />
            <Route
              path="/flows/:flow/migrate"
              element={
                <Padded>
                  <Migrate />
                </Padded>
              }
            />
            <Route path="*" element={<Unknown />} />
          </Routes>
        </Suspense>
      </RoomFault>
    </Frame>
  );
}

const Padded = ({ children }: { readonly children: ReactNode }) => <div className="gc-padded">{children}</div>;

function Unknown() {
  const { w } = useWords();
  useTitle(w('notFound'));
  return <Nothing words={w('notFound')} />;
}

/** What the person likes is the same on every machine: it is taken over once, when it has been read. */
function Own() {
  const { settings, known } = useSettings();
  const { choose } = useTaste();
  const taken = useRef(false);
  useEffect(() => {
    if (!known || taken.current) return;
    taken.current = true;
    const { language, theme } = settings;
    choose({ ...(language ? { language } : {}), ...(theme ? { theme } : {}) });
  }, [known, settings, choose]);
  return null;
}

const RoomBones = () => (
  <div className="gc-padded">
    <Bones count={8} height={44} />
  </div>
);

/** The page before anything is known: the bar and the board in grey. */
const FirstBones = () => (
  <>
    <div className="gc-top" />
    <div className="gc-padded">
      <BoardBones arrange="urgency" />
    </div>
  </>
);
