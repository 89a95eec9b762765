import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { Link } from 'react-router';
import { Bones } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';

const Task = lazy(() => import('../task/task.tsx').then((module) => ({ default: module.TaskRoom })));

/** A task beside the board; it takes the focus. Escape closes it, and the focus returns to its card. */
export function Pane({ task, close }: { readonly task: string; readonly close: () => void }) {
  const { w } = useWords();
  const place = useRef<HTMLElement>(null);
  const closing = useRef(close);
  useEffect(() => {
    closing.current = close;
  });
  // Reading goes on in the task; j and k walk on from here, too.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('[role=dialog][aria-modal=true]')) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, [role=combobox], [contenteditable=true]')) return;
      closing.current();
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  }, []);
  return (
    <aside className="gc-pane" ref={place} tabIndex={-1} aria-label={w('openTask')}>
      <div className="gc-pane-head">
        <Link to={`/tasks/${task}`}>{w('wholePage')}</Link>
        <span className="gc-fill" />
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          onClick={close}
          aria-label={w('closePane')}
          title={`${w('closePane')}（Esc）`}
        />
      </div>
      <div className="gc-pane-body">
        <Suspense fallback={<Bones count={6} height={40} />}>
          <Task />
        </Suspense>
      </div>
    </aside>
  );
}
