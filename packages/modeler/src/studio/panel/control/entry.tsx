import { Button } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import type { ReactNode } from 'react';
import { useIntoView } from '../useIntoView.ts';

/** One of several answers: a line in words; unfolded, its controls. Only one is unfolded at a time, so few things are in view. */
export function Entry({
  words,
  open,
  fresh,
  toggle,
  remove,
  children,
}: {
  readonly words: string;
  readonly open: boolean;
  /** Just added: whoever added it goes on in its first box. */
  readonly fresh: boolean;
  readonly toggle: () => void;
  readonly remove: { readonly label: string; readonly act: () => void };
  readonly children: ReactNode;
}) {
  const part = useIntoView<HTMLDivElement>(open, fresh);
  return (
    <div ref={part} className="gc-one" data-open={open || undefined}>
      <div className="gc-one-head">
        <button type="button" aria-expanded={open} onClick={toggle}>
          {words}
        </button>
        <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={remove.label} title={remove.label} onClick={remove.act} />
      </div>
      {open ? <div className="gc-one-body">{children}</div> : null}
    </div>
  );
}
