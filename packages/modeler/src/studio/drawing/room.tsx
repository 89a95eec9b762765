import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { Session } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { SESSION } from '../../api/session.ts';
import { Wrong } from '../../ui/wrong.tsx';
import { Nothing } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/words.ts';
import { DrawingBones } from './bones.tsx';
import { useOpening } from './useOpening.ts';
import { useWide } from './useWide.ts';
import './drawing.css';

// Begun as soon as this small file is here, beside the reading of the drawing.
const editor = import('./workbench.tsx');
const Workbench = lazy(() => editor.then((module) => ({ default: module.Workbench })));
const Small = lazy(() => import('./small.tsx').then((module) => ({ default: module.Small })));
const Reading = lazy(() => import('./reading.tsx').then((module) => ({ default: module.Reading })));

/** Where a flow is drawn, at /flows/:flow/draw. Whoever owns no flows sees what they would see at any unknown address. */
export function DrawRoom() {
  const { flow = '' } = useParams();
  const { language } = useWords();
  const session = useRead<Session>(SESSION).data;
  const wide = useWide();
  if (!session?.roles.includes('processOwner')) return <Unknown />;
  if (!wide)
    return (
      <Suspense fallback={<DrawingBones />}>
        <Small flow={flow} />
      </Suspense>
    );
  // The names on the canvas are those of the reader's language: for another it is opened anew.
  return <Owned key={`${language} ${flow}`} flow={flow} person={session.person.id} />;
}

function Unknown() {
  const { w } = useWords();
  useTitle(w('notFound'));
  return <Nothing words={w('notFound')} />;
}

function Owned({ flow, person }: { readonly flow: string; readonly person: string }) {
  const { opened, error, lost, open } = useOpening(flow, person);
  if (error !== undefined) return <Wrong error={error} again={() => open('draw')} />;
  if (!opened) return <DrawingBones />;
  return (
    <Suspense fallback={<DrawingBones />}>
      {opened.draws ? <Workbench opened={opened} open={open} /> : <Reading opened={opened} me={person} lost={lost} open={open} />}
    </Suspense>
  );
}
