import type { Asked } from '../asked.ts';
import { Either } from '../control/either.tsx';
import type { Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { interruptsOf } from './timer.ts';

/** What becomes of the step when the event at its edge happens: it is taken back, or it goes on beside. */
export function InterruptQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  const interrupts = interruptsOf(element);
  if (!interrupts) return null;
  const words = { yes: w('takesOver'), no: w('onlyReminds') } as const;
  const now = interrupts.value ? 'yes' : 'no';
  return (
    <Question title={w('askThen')} summary={words[now]}>
      <Either<'yes' | 'no'>
        label={w('thenWhat')}
        value={now}
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        put={(next) => modeler.get<Modeling>('modeling').updateProperties(element, { [interrupts.property]: next === 'yes' })}
      />
    </Question>
  );
}
