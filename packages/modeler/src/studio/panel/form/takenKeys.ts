import { textAt, type ModdleElement } from '../../file/moddle.ts';
import { wordsIn } from '../../file/extension.ts';
import { decisionOf, fieldsOf } from './fieldPlain.ts';
import { flowElementsOf } from '../../file/process.ts';

/** Every name under which a case of the process may hold a value, so that a new key meets none of them. */
export function takenKeys(process: ModdleElement): ReadonlySet<string> {
  const taken = new Set(fieldsOf(process).map(({ key }) => key));
  for (const element of flowElementsOf(process)) {
    const decision = decisionOf(element);
    if (decision) taken.add(decision.key);
    for (const name of broughtTo(element)) taken.add(name);
  }
  return taken;
}

/** What an element brings beside what people fill in: the answers of a call, of a message, of a calculation, of several people. */
export function broughtTo(element: ModdleElement): readonly string[] {
  const loop = element.get('loopCharacteristics') as ModdleElement | undefined;
  const several = loop
    ? [...wordsIn(loop, 'gc:Items').map((word) => textAt(word, 'as')), ...wordsIn(loop, 'gc:Collect').map((word) => textAt(word, 'into'))]
    : [];
  const brought = ['gc:Out', 'gc:Payload', 'gc:Set'].flatMap((word) => wordsIn(element, word).map((one) => textAt(one, 'to')));
  const decided = wordsIn(element, 'gc:Rule').map((word) => textAt(word, 'into'));
  return [...several, ...brought, ...decided].map((path) => path.split('.')[0] ?? '').filter((name) => name !== '');
}
