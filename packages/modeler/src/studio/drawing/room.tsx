import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { Session } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { SESSION } from '../../api/session.ts';
import { Wrong } from '../../task/wrong.tsx';
import { Nothing } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/words.ts';
import { DrawingBones } from './bones.tsx';
import { useOpening } from './opening.ts';
import './drawing.css';

// Begun as soon as this small file is here, beside the reading of the drawing.
const editor = import('./workbench.tsx');
const Workbench = lazy(() => editor.then((module) => ({ default: module.Workbench })));

/** Where a flow is drawn, at /flows/:flow/draw. Whoever owns no flows sees what they would see at any unknown address. */
export function DrawRoom() {
  const { flow = '' } = useParams();
  const roles = useRead<Session>(SESSION).data?.roles;
  return roles?.includes('processOwner') ? <Owned key={flow} flow={flow} /> : <Unknown />;
}

function Unknown() {
  const { w } = useWords();
  useTitle(w('notFound'));
  return <Nothing words={w('notFound')} />;
}

function Owned({ flow }: { readonly flow: string }) {
  const { opened, error, again } = useOpening(flow);
  if (error !== undefined) return <Wrong error={error} again={again} />;
  if (!opened) return <DrawingBones />;
  return (
    <Suspense fallback={<DrawingBones />}>
      <Workbench page={opened} />
    </Suspense>
  );
}
