import { Card, Skeleton } from 'antd';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { TaskPage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { useKept } from './draft.ts';
import { OpenTask } from './openTask.tsx';
import type { TaskPlace } from './place.ts';
import { Wrong } from '../ui/wrong.tsx';
import './task.css';

/** A task at an address: its own page /tasks/:task?tab=, or beside the list that stands before it in the address. */
export function TaskRoom() {
  const { task = '' } = useParams();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [query, setQuery] = useSearchParams();
  const [, room = 'todo'] = pathname.split('/');
  return (
    <TaskView
      task={task}
      leave={() => void navigate(room === 'tasks' ? '/todo' : `/${room}${search}`)}
      reading={room === 'read'}
      tab={query.get('tab') ?? undefined}
      turn={(tab) => setQuery((before) => withTab(before, tab), { replace: true })}
    />
  );
}

/** The address with this tab; the form, which comes first, needs no name. */
function withTab(before: URLSearchParams, tab: string): URLSearchParams {
  const next = new URLSearchParams(before);
  if (tab === 'form') next.delete('tab');
  else next.set('tab', tab);
  return next;
}

/** One task: the path on top, the form on the left, what to do on the right, the actions always in view. Fits any width from a phone's on. */
export function TaskView(place: TaskPlace) {
  const page = useRead<TaskPage>(`/api/tasks/${place.task}`);
  const kept = useKept(`/api/tasks/${place.task}/draft`);
  if (page.isError && !page.data) return <Wrong error={page.error} typed={kept?.draft?.values} again={() => void page.refetch()} />;
  if (!page.data || page.data.card.id !== place.task || !kept) return <TaskSkeleton />;
  return <OpenTask key={place.task} page={page.data} kept={kept} place={place} />;
}

function TaskSkeleton() {
  return (
    <div className="gc-task" aria-busy="true">
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 2, width: ['60%', '100%'] }} />
      <div className="gc-two">
        <Card size="small" className="gc-work">
          <Skeleton active paragraph={{ rows: 8 }} />
        </Card>
        <Card size="small" className="gc-guide">
          <Skeleton active paragraph={{ rows: 4 }} />
        </Card>
      </div>
    </div>
  );
}
