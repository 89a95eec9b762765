import { useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import MenuFoldOutlined from '@ant-design/icons/es/icons/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/es/icons/MenuUnfoldOutlined';
import type { Problem } from '@guicheng/runtime/checking';
import { Link } from 'react-router';
import { Fault } from '../../ui/pieces.tsx';
import { useWords } from '../../words/words.ts';
import { ZoomBar } from '../zoomBar.tsx';
import { Panel } from '../panel/panel.tsx';
import { Bar } from './bar.tsx';
import { PanelBones } from './bones.tsx';
import { Problems } from './check/problems.tsx';
import { useChecking } from './check/useChecking.ts';
import { More } from './more/more.tsx';
import { UploadFile } from './more/uploadFile.tsx';
import { Notices } from './notices.tsx';
import type { How, Opened } from './opening.ts';
import { Standing } from './standing.tsx';
import { useDrop } from './useDrop.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { useAddress } from './useAddress.ts';
import { useDesk } from './useDesk.ts';

interface Canvas {
  zoom(to?: number | 'fit-viewport', center?: 'auto'): number;
}

const NONE: readonly Problem[] = [];

/** The page on which a flow is drawn: what can be done on top, the canvas, what is asked of the chosen step, and what is wrong. */
export function Workbench({ opened, open }: { readonly opened: Opened; readonly open: (how: How) => void }) {
  const { w } = useWords();
  const { page } = opened;
  const place = useRef<HTMLDivElement>(null);
  const { drawing, error } = useDesk(place, opened);
  const checking = useChecking(drawing?.desk, page);
  const { dropped, settle } = useDrop(place);
  useUndoKeys(drawing?.undo, drawing?.redo);
  useAddress(opened, drawing?.desk);
  const [folded, setFolded] = useState(false);
  const fold = w(folded ? 'unfoldPanel' : 'foldPanel');
  const lost = drawing?.kept.line.state === 'lost' ? drawing.kept.line : undefined;
  useEffect(() => {
    if (lost) open(lost.by ? 'read' : 'draw');
  }, [lost, open]);
  const canvas = drawing?.desk.modeler.get<Canvas>('canvas');
  return (
    <div className="gc-draw">
      <Bar page={page} standing={drawing ? <Standing kept={drawing.kept} /> : null}>
        <Button disabled={!drawing?.undo} onClick={drawing?.undo}>
          {w('undo')}
        </Button>
        <Button disabled={!drawing?.redo} onClick={drawing?.redo}>
          {w('redoDrawing')}
        </Button>
        <span className="gc-draw-gap" />
        <Link to={`/flows/${page.flow}/compare?from=${page.latest}&to=draft`}>
          <Button disabled={page.latest === 0}>{w('compareDrawing')}</Button>
        </Link>
        <Button onClick={checking.checkNow}>{w('checkDrawing')}</Button>
        <Link to={`/flows/${page.flow}/versions`}>
          <Button>{w('drawingVersions')}</Button>
        </Link>
        <span className="gc-draw-gap" />
        <Link to={`/flows/${page.flow}/publish`}>
          <Button type="primary">{w('publishDrawing')}</Button>
        </Link>
        {drawing ? <More page={page} desk={drawing.desk} opened={opened} open={open} /> : null}
        <Button
          type="text"
          icon={folded ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
          title={fold}
          aria-label={fold}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
      </Bar>
      <div>
        <Notices opened={opened} desk={drawing?.desk} />
      </div>
      <div className="gc-draw-middle">
        <div ref={place} className="gc-draw-canvas" role="application" aria-label={w('drawingCanvas')}>
          {error === undefined ? null : <Fault words={w('cannotDraw')} />}
          {canvas ? (
            <ZoomBar zoom={(by) => canvas.zoom(canvas.zoom() * by, 'auto')} whole={() => canvas.zoom('fit-viewport', 'auto')} />
          ) : null}
        </div>
        <div className="gc-draw-panel" hidden={folded}>
          {drawing ? (
            <Panel modeler={drawing.desk.modeler} flow={page.flow} around={page.around} problems={checking.checked?.problems ?? NONE} />
          ) : (
            <PanelBones />
          )}
        </div>
      </div>
      {drawing && dropped ? <UploadFile opened={opened} desk={drawing.desk} file={dropped} close={settle} /> : null}
      <Problems checking={checking} desk={drawing?.desk} />
    </div>
  );
}
