import { useEffect } from 'react';
import { Alert } from 'antd';
import type { DrawingPage } from '@guicheng/server/contract';
import { onDrawingNews } from '../../api/drawingNews.ts';
import { useRead } from '../../api/queries.ts';
import { Wrong } from '../../ui/wrong.tsx';
import { useWords } from '../../words/words.ts';
import { Diagram } from '../diagram.tsx';
import { Bar } from './bar.tsx';
import { DrawingBones } from './bones.tsx';

/** The drawing on a screen that is too small to draw on: to look at, and why. It takes no hold, so that whoever draws is not disturbed. */
export function Small({ flow }: { readonly flow: string }) {
  const { w } = useWords();
  const page = useRead<DrawingPage>(`/api/flows/${flow}/drawing`);
  const { refetch } = page;
  useEffect(() => onDrawingNews(() => void refetch()), [refetch]);
  if (page.isError && !page.data) return <Wrong error={page.error} again={() => void page.refetch()} />;
  if (!page.data) return <DrawingBones />;
  return (
    <div className="gc-draw">
      <Bar page={page.data} standing={<span className="gc-draw-kept">{w('keptNotYours')}</span>}>
        {null}
      </Bar>
      <Alert banner type="info" title={w('tooSmall')} />
      <div className="gc-draw-middle">
        <div className="gc-draw-canvas">
          <Diagram xml={page.data.xml} height="100%" focus={flow} />
        </div>
      </div>
    </div>
  );
}
