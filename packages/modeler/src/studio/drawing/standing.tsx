import { moment, useWords } from '../../words/words.ts';
import type { Kept } from './sync/keeper.ts';
import { sayKept } from './sync/sayKept.ts';

/** Where the drawing is kept by now, in words; why, where something is wrong. */
export function Standing({ kept }: { readonly kept: Kept }) {
  const { t, w } = useWords();
  const { word, at, wrong } = sayKept(kept);
  const why = kept.line.state === 'refused' ? t(kept.line.why) : undefined;
  const words = w(word, { time: at === null ? '' : moment(at).slice(-5) });
  return (
    <span className={wrong ? 'gc-draw-kept gc-cut gc-draw-wrong' : 'gc-draw-kept gc-cut'} role="status" title={why ?? words}>
      {words}
      {why === undefined ? '' : w('inBrackets', { words: why })}
    </span>
  );
}
