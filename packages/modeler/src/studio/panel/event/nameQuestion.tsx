import type { Asked } from '../asked.ts';
import { Typed } from '../control/typed.tsx';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import type { Word } from '../../../words/zh.ts';
import { isThrown, onlyDefinition, putShared, sharedName, sharedNames, sharedOf } from './shared.ts';

interface About {
  readonly definition: string;
  readonly title: Word;
  readonly label: Word;
  readonly note: Word;
  /** What it means that nothing is named where it is waited for; it has to be named where there is none. */
  readonly any?: Word;
}

/** Which signal, error or escalation: one of the file by its name, or a new one. */
function asks({ definition, title, label, note, any }: About) {
  return function NamedQuestion({ modeler, element }: Asked) {
    const { w } = useWords();
    const holder = onlyDefinition(element, definition);
    const shared = sharedOf(holder);
    if (!holder || !shared) return null;
    const name = sharedName(holder, shared);
    const none = any && !isThrown(element) ? w(any) : undefined;
    return (
      <Question title={w(title)} summary={name || (none ?? w('notNamedYet'))} warns={name === '' && none === undefined}>
        <Typed
          label={w(label)}
          value={name}
          put={(text) => putShared(modeler, element, { holder, shared, name: text })}
          offers={sharedNames(element, shared)}
          placeholder={none}
          note={w(note)}
        />
      </Question>
    );
  };
}

/** Which signal is sent or waited for. */
export const SignalQuestion = asks({
  definition: 'bpmn:SignalEventDefinition',
  title: 'askSignal',
  label: 'signalName',
  note: 'signalNameNote',
});

/** Which error breaks something off, or is handled here. */
export const ErrorQuestion = asks({
  definition: 'bpmn:ErrorEventDefinition',
  title: 'askError',
  label: 'errorName',
  note: 'errorNameNote',
  any: 'anyError',
});

/** What is reported to the level around, or taken in here. */
export const EscalationQuestion = asks({
  definition: 'bpmn:EscalationEventDefinition',
  title: 'askEscalation',
  label: 'escalationName',
  note: 'escalationNameNote',
  any: 'anyEscalation',
});
