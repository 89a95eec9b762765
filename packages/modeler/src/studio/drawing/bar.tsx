import type { ReactNode } from 'react';
import { Tag } from 'antd';
import type { DrawingPage } from '@guicheng/server/contract';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/words.ts';
import { nameOf } from './nameOf.ts';

/** The line on top: which flow, how its draft stands, and what can be done. */
export function Bar({
  page,
  standing,
  children,
}: {
  readonly page: DrawingPage;
  readonly standing: ReactNode;
  readonly children: ReactNode;
}) {
  const { t, w } = useWords();
  const name = t(nameOf(page));
  useTitle(name);
  return (
    <div className="gc-draw-bar">
      <h1 className="gc-cut" title={name}>
        {name}
      </h1>
      <Tag>{w('draft')}</Tag>
      {standing}
      <span className="gc-fill" />
      {children}
    </div>
  );
}
