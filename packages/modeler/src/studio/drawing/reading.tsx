import { useEffect, useState } from 'react';
import { Alert, App, Button } from 'antd';
import type { DrawingPage } from '@guicheng/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { onDrawingNews } from '../../api/drawingNews.ts';
import { useWords } from '../../words/words.ts';
import { Diagram } from '../diagram.tsx';
import { ago } from './ago.ts';
import { Bar } from './bar.tsx';
import { Notices } from './notices.tsx';
import type { How, Opened } from './opening.ts';
import { useLetGo } from './useLetGo.ts';

/** How often it is asked who draws where no news come through, in milliseconds. */
const LOOK = 8000;

/** Whoever draws is heard of every few seconds; after so many milliseconds without, they may have gone. */
const SILENT = 60_000;

/** The drawing while another place draws on it: to look at, with who that is, and a way to take over. */
export function Reading({
  opened,
  me,
  lost,
  open,
}: {
  readonly opened: Opened;
  readonly me: string;
  /** It was taken from this tab just now. */
  readonly lost: boolean;
  readonly open: (how: How) => void;
}) {
  const { t, w } = useWords();
  const { modal } = App.useApp();
  useLetGo(opened);
  const { data: newest, refetch } = useQuery<DrawingPage>({
    queryKey: ['drawing', opened.page.flow, opened.hold],
    queryFn: () => opened.server.read(),
    initialData: opened.page,
    refetchInterval: LOOK,
    retry: false,
  });
  useEffect(() => onDrawingNews(() => void refetch()), [refetch]);
  const [shown, setShown] = useState(opened.page);
  const { holder, draft } = newest;
  const mine = holder?.person.id === me;
  const who = holder ? t(holder.person.name) : '';
  const take = (): void => {
    if (!holder) return open('draw');
    void modal.confirm({
      title: w(mine ? 'takeOverFromMyself' : 'takeOverAsk', { who }),
      content: w(mine ? 'takeOverFromMyselfWill' : 'takeOverWill', { who }),
      okText: w(mine ? 'drawHere' : 'takeOver'),
      cancelText: w('cancel'),
      onOk: () => open('takeOver'),
    });
  };
  const since = (at: string): string => ago(at, newest.now, w);
  const changed = draft && holder && draft.savedBy.id === holder.person.id && draft.savedAt > holder.since;
  const last = changed ? w('changedLast', { last: since(draft.savedAt) }) : w('changedNot');
  const times = holder ? { who, since: since(holder.since), last, seen: since(holder.seenAt) } : {};
  const silent = holder !== null && Date.parse(newest.now) - Date.parse(holder.seenAt) > SILENT;
  const says = lost ? (mine ? 'nowYouDrawElsewhere' : 'nowDraws') : mine ? 'youDrawElsewhere' : silent ? 'drawsSilent' : 'draws';
  return (
    <div className="gc-draw">
      <Bar page={shown} standing={<span className="gc-draw-kept">{w('keptNotYours')}</span>}>
        <Link to={`/flows/${shown.flow}/versions`}>
          <Button>{w('drawingVersions')}</Button>
        </Link>
      </Bar>
      <div>
        <Alert
          banner
          type={lost ? 'warning' : 'info'}
          title={w(holder ? says : 'nobodyDraws', times)}
          action={
            <span className="gc-draw-acts">
              {newest.draft?.revision === shown.draft?.revision ? null : (
                <Button size="small" onClick={() => setShown(newest)}>
                  {w('showNewest')}
                </Button>
              )}
              <Button size="small" type="primary" onClick={take}>
                {w(!holder ? 'drawNow' : mine ? 'drawHere' : 'takeOver')}
              </Button>
            </span>
          }
        />
        <Notices opened={opened} desk={undefined} />
      </div>
      <div className="gc-draw-middle">
        <div className="gc-draw-canvas">
          <Diagram xml={shown.xml} height="100%" focus={shown.flow} />
        </div>
      </div>
    </div>
  );
}
