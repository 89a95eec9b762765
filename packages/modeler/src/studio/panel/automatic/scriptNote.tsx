import { useWords } from '../../../words/words.ts';

/** A script never runs here, and that is said before anybody waits for it. */
export function ScriptNote() {
  const { w } = useWords();
  return <p className="gc-row-wrong">{w('scriptsNeverRun')}</p>;
}
