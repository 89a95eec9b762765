import type { Asked } from '../asked.ts';
import { MappingRows } from '../call/mappingRows.tsx';
import { wordsOf } from '../../file/extension.ts';
import { heldBy } from '../../file/fields.ts';
import { processOf } from '../../file/process.ts';
import { textAt } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';

/** What the system does by itself at this step: fields are set. A handler that somebody programmed is named, not changed. */
export function AutomaticQuestion(asked: Asked) {
  const { w } = useWords();
  const { element } = asked;
  const job = textAt(wordsOf(element, 'gc:Job')[0], 'name');
  const sets = wordsOf(element, 'gc:Set');
  const ours = heldBy(processOf(element));
  const summary = sets.length > 0 ? w('setsFields', { count: sets.length }) : job ? w('handledBy', { handler: job }) : w('setsNothing');
  return (
    <Question title={w('askAutomatic')} summary={summary} warns={sets.length === 0 && job === ''}>
      {job ? <p className="gc-row-note">{w('handledByLong', { handler: job })}</p> : null}
      <MappingRows
        asked={asked}
        direction={{
          word: 'gc:Set',
          title: w('setsTitle'),
          add: w('addSet'),
          fromLabel: w('setFrom'),
          toLabel: w('setTo'),
          from: ours,
          to: ours,
          begins: { from: 'today()', to: (ours.find(({ type }) => type === 'date') ?? ours[0])?.key ?? 'value' },
        }}
      />
    </Question>
  );
}
