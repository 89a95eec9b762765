import { useRef, useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { DrawingPage } from '@guicheng/server/contract';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/words.ts';
import { useModeler } from './useModeler.ts';

/** The page on which a flow is drawn: what can be done on top, the canvas, what is asked of the chosen step, and what is wrong. */
export function Workbench({ page }: { readonly page: DrawingPage }) {
  const { t, w } = useWords();
  const name = t(page.processes[0]?.name ?? { zh: page.flow });
  useTitle(name);
  const place = useRef<HTMLDivElement>(null);
  const { modeler, undo, redo } = useModeler(place, page.xml);
  const [folded, setFolded] = useState(false);
  const fold = w(folded ? 'unfoldPanel' : 'foldPanel');
  return (
    <div className="gc-draw">
      <div className="gc-draw-bar">
        <h1 className="gc-cut" title={name}>
          {name}
        </h1>
        <span className="gc-quiet">{w('draft')}</span>
        <span className="gc-fill" />
        <Button size="small" disabled={!undo} onClick={undo}>
          {w('undo')}
        </Button>
        <Button size="small" disabled={!redo} onClick={redo}>
          {w('redo')}
        </Button>
        <Link to={`/flows/${page.flow}/versions`}>{w('drawingVersions')}</Link>
        <Link to={`/flows/${page.flow}/publish`}>
          <Button size="small" type="primary">
            {w('publishDrawing')}
          </Button>
        </Link>
        <Button size="small" onClick={() => setFolded(!folded)}>
          {fold}
        </Button>
      </div>
      <div className="gc-draw-middle">
        <div ref={place} className="gc-draw-canvas" role="application" aria-label={w('drawingCanvas')} />
        {folded ? null : <aside className="gc-draw-panel">{modeler ? null : null}</aside>}
      </div>
      <div className="gc-draw-problems" />
    </div>
  );
}
