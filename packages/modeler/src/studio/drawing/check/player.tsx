import { useEffect, useMemo, useState } from 'react';
import { Button } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import LeftOutlined from '@ant-design/icons/es/icons/LeftOutlined';
import PauseOutlined from '@ant-design/icons/es/icons/PauseOutlined';
import CaretRightOutlined from '@ant-design/icons/es/icons/CaretRightOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import type { Play } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import { chooseOn } from './chooseOn.ts';
import { showing } from './showing.ts';
import { makeStage, WAY } from './stage.ts';

/** How long a moment stands before the next, in milliseconds: its way and time to read a sentence. */
const STANDS = WAY + 1100;

const movesAlone = (): boolean => !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Plays a run on the canvas, moment by moment with its sentence. Whoever wants less motion steps through it; whoever edits ends it. */
export function Player({
  desk,
  play,
  says,
  close,
}: {
  readonly desk: Desk;
  readonly play: Play;
  /** What the run shows to be wrong. */
  readonly says: string;
  readonly close: () => void;
}) {
  const { t, w } = useWords();
  const [at, setAt] = useState(0);
  const [running, setRunning] = useState(movesAlone);
  const stage = useMemo(() => makeStage({ modeler: desk.modeler, stuckHere: w('stuckHere') }), [desk, w]);
  const frame = play[at];
  const last = at >= play.length - 1;
  useEffect(() => {
    if (frame) stage.show(frame, movesAlone());
    const first = frame?.stuck[0] ?? frame?.at[0]?.element;
    const element = first === undefined ? undefined : showing(desk.modeler, 'elementRegistry').get(first);
    if (element) showing(desk.modeler, 'canvas').scrollToElement(element, 80);
  }, [stage, frame, desk]);
  useEffect(() => {
    // What is chosen has a menu beside it, which would cover the way.
    showing(desk.modeler, 'selection').select(null);
    return () => stage.clear();
  }, [stage, desk]);
  useEffect(() => {
    const edited = (): void => close();
    desk.modeler.on('commandStack.changed', edited);
    return () => desk.modeler.off('commandStack.changed', edited);
  }, [desk, close]);
  useEffect(() => {
    if (!running || last) return undefined;
    const timer = setTimeout(() => setAt(at + 1), STANDS);
    return () => clearTimeout(timer);
  }, [running, last, at]);
  const step = (to: number): void => {
    setRunning(false);
    setAt(Math.min(Math.max(0, to), play.length - 1));
  };
  const go = (): void => {
    if (last) setAt(0);
    setRunning(last || !running);
  };
  const goes = running && !last;
  return (
    <div className="gc-run" role="region" aria-label={w('playIt')}>
      <div className="gc-run-acts">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={w('stepBack')}
          title={w('stepBack')}
          disabled={at === 0}
          onClick={() => step(at - 1)}
        />
        <Button
          size="small"
          icon={goes ? <PauseOutlined /> : <CaretRightOutlined />}
          aria-label={w(goes ? 'pausePlay' : 'goOnPlay')}
          title={w(goes ? 'pausePlay' : 'goOnPlay')}
          onClick={go}
        />
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={w('stepOn')}
          title={w('stepOn')}
          disabled={last}
          onClick={() => step(at + 1)}
        />
        <span className="gc-quiet">{w('frameOf', { at: at + 1, all: play.length })}</span>
      </div>
      <div className="gc-run-says" aria-live="polite">
        <strong>{frame ? t(frame.says) : ''}</strong>
        <span className={last ? 'gc-draw-wrong' : 'gc-quiet'}>{says}</span>
      </div>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={w('close')}
        title={w('close')}
        onClick={() => {
          close();
          const stuck = play.at(-1)?.stuck[0];
          if (stuck !== undefined) chooseOn(desk.modeler, stuck);
        }}
      />
    </div>
  );
}
