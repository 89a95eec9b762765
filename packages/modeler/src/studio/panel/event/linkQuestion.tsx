import type { Asked } from '../asked.ts';
import { Typed } from '../control/typed.tsx';
import { elementsAt, textAt, type Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { isThrown, onlyDefinition } from './shared.ts';

const LINK = 'bpmn:LinkEventDefinition';

/** Which other end a link jumps to, or comes from: both have one name. */
export function LinkQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  const link = onlyDefinition(element, LINK);
  if (!link) return null;
  const name = textAt(link, 'name');
  const others = elementsAt(element.businessObject.$parent, 'flowElements')
    .filter((one) => one !== element.businessObject && one.$instanceOf('bpmn:ThrowEvent') !== isThrown(element))
    .flatMap((one) => elementsAt(one, 'eventDefinitions'))
    .flatMap((one) => (one.$type === LINK && textAt(one, 'name') ? [textAt(one, 'name')] : []));
  return (
    <Question title={w('askLink')} summary={name || w('notNamedYet')} warns={name === ''}>
      <Typed
        label={w('linkName')}
        value={name}
        put={(text) => modeler.get<Modeling>('modeling').updateModdleProperties(element, link, { name: text || undefined })}
        offers={[...new Set(others)]}
        note={w('linkNameNote')}
      />
    </Question>
  );
}
