import type { Operation } from '@guicheng/runtime/checking';
import type { Asked } from '../asked.ts';
import { Either } from '../control/either.tsx';
import { Tick } from '../control/tick.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { plainOf } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { handlingOf, OPERATIONS, plainHandling, toggled, type Handling } from './handling.ts';
import { TextsList } from './textsList.tsx';

/** How a step is handled: done or only read, what else its doer may do, what is ticked off, which papers must be at hand. */
export function HowQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const { w, language } = useWords();
  const [word] = wordsOf(element, 'gc:Handling');
  const handling = handlingOf(plainOf(word));
  const put = (next: Handling): void => putWords(modeler, element, { word: 'gc:Handling', to: plainHandling(next) });
  const labels: { readonly [operation in Operation]: { readonly label: string; readonly title: string } } = {
    return: { label: w('mayReturn'), title: w('mayReturnWhat') },
    withdraw: { label: w('mayWithdraw'), title: w('mayWithdrawWhat') },
    reassign: { label: w('mayReassign'), title: w('mayReassignWhat') },
    consult: { label: w('mayConsult'), title: w('mayConsultWhat') },
    addSigner: { label: w('mayAddSigner'), title: w('mayAddSignerWhat') },
    removeSigner: { label: w('mayRemoveSigner'), title: w('mayRemoveSignerWhat') },
    urge: { label: w('mayUrge'), title: w('mayUrgeWhat') },
    batch: { label: w('mayBatch'), title: w('mayBatchWhat') },
  };
  const allowed = handling.operations.map((operation) => labels[operation].label).join(language === 'zh' ? '、' : ', ');
  return (
    <Question
      title={w('askHow')}
      summary={[handling.attention === 'read' ? w('onlyToRead') : w('toDo'), ...(allowed ? [w('mayDo', { what: allowed })] : [])].join(
        ' · ',
      )}
    >
      <Either
        label={w('attention')}
        value={handling.attention}
        choices={[
          { value: 'do', label: w('toDo') },
          { value: 'read', label: w('onlyToRead') },
        ]}
        put={(attention) => put({ ...handling, attention })}
      />
      <fieldset className="gc-ticks">
        <legend>{w('operationsAllowed')}</legend>
        {OPERATIONS.map((operation) => (
          <Tick
            key={operation}
            label={labels[operation].label}
            title={labels[operation].title}
            value={handling.operations.includes(operation)}
            put={() => put({ ...handling, operations: toggled(handling.operations, operation) })}
          />
        ))}
      </fieldset>
      <Either
        label={w('withdrawUntil')}
        value={handling.withdrawUntil}
        choices={[
          { value: 'taken', label: w('untilTaken') },
          { value: 'completed', label: w('untilCompleted') },
        ]}
        put={(withdrawUntil) => put({ ...handling, withdrawUntil })}
      />
      <TextsList asked={asked} word="gc:Check" title={w('checklistOf')} add={w('addCheck')} />
      <TextsList asked={asked} word="gc:Original" title={w('originalsOf')} add={w('addOriginal')} />
    </Question>
  );
}
