import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Nothing } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { useStartable } from './begin.tsx';
import type { List } from './tasks.ts';

const WORDS = { todo: 'nothingToDo', read: 'nothingToRead', done: 'nothingDone' } as const;

/** A list with nothing in it says what that means and what can be done instead. */
export function EmptyList({ list, filtered, clear }: { readonly list: List; readonly filtered: boolean; readonly clear: () => void }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const startable = useStartable() ?? [];
  if (filtered) {
    return (
      <Nothing words={w('nothingFits')}>
        <Button onClick={clear}>{w('clearFilters')}</Button>
      </Nothing>
    );
  }
  return (
    <Nothing words={w(WORDS[list])}>
      {list === 'todo' && startable.length > 0 ? <Button onClick={() => void navigate('/start')}>{w('startCase')}</Button> : null}
      {list === 'todo' ? <Button onClick={() => void navigate('/started')}>{w('seeStarted')}</Button> : null}
      {list === 'todo' ? null : <Button onClick={() => void navigate('/todo')}>{w('seeTodo')}</Button>}
    </Nothing>
  );
}
