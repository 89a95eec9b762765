import { useState } from 'react';
import { App, Button, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { KeptPoint } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../../api/client.ts';
import { Bones, Fault, Nothing } from '../../../ui/pieces.tsx';
import { moment, useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import type { Opened } from '../opening.ts';
import { download } from './download.ts';
import { keepBefore } from './keepBefore.ts';

/** The moments of the drawing that were kept: each can be downloaded, or drawn on from there; what is there now is kept first. */
export function KeptPoints({ opened, desk, close }: { readonly opened: Opened; readonly desk: Desk; readonly close: () => void }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const path = `/api/flows/${opened.page.flow}/drawing/kept`;
  const points = useQuery<readonly KeptPoint[]>({
    queryKey: [path],
    queryFn: () => ask(path),
    retry: false,
    // What was kept a moment ago must be there.
    gcTime: 0,
    staleTime: 0,
  });
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const fetched = (point: KeptPoint, use: (xml: string) => Promise<void> | void): void => {
    setBusy(point.point);
    ask<{ readonly xml: string }>(`${path}/${point.point}`)
      .then(({ xml }) => use(xml))
      .catch((error: unknown) => setFault(t(reasonOf(error))))
      .finally(() => setBusy(null));
  };
  const goBack = (point: KeptPoint): void =>
    fetched(point, async (xml) => {
      await keepBefore(opened, desk.keeper, w('keptBeforeBack', { words: t(point.words) }));
      await desk.replace(xml);
      void message.success(w('backAt', { words: t(point.words) }));
      close();
    });
  const list = points.data ?? [];
  return (
    <Modal open title={w('keptMomentsTitle')} footer={null} width={640} onCancel={close}>
      <Fault words={fault ?? (points.isError ? t(reasonOf(points.error)) : null)} />
      {points.isPending ? <Bones count={3} height={40} /> : null}
      {points.isSuccess && list.length === 0 ? <Nothing words={w('noMoments')} /> : null}
      <ul className="gc-points">
        {list.map((point) => (
          <li key={point.point}>
            <span className="gc-points-words">
              <strong>{t(point.words)}</strong>
              <span className="gc-quiet">{w('momentLine', { time: moment(point.at), who: t(point.by.name) })}</span>
            </span>
            <Button size="small" disabled={busy !== null} onClick={() => fetched(point, (xml) => download(t(point.words), xml))}>
              {w('downloadCopy')}
            </Button>
            <Button size="small" loading={busy === point.point} disabled={busy !== null} onClick={() => goBack(point)}>
              {w('goOnFromHere')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
