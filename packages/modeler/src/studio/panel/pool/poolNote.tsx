import { useWords } from '../../../words/words.ts';

/** A pool without a process is somebody outside: nothing in it runs here. */
export function PoolNote() {
  const { w } = useWords();
  return <p className="gc-row-note">{w('poolOutside')}</p>;
}
