import type { Process } from '../diagram/model.ts';
import { begun, listed, placeName } from '../diagram/rules/placeName.ts';
import type { ElementId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import { choiceWords } from './actWords.ts';
import { type Decided, deciding } from './deciding.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';

/** That no way on can be taken: after which button, or with what filled in. */
export function noWayWords(model: Model, element: ElementId, last: Node): Text {
  const { process } = model;
  const place = placeName(process, element);
  const decided = deciding(model, element, last);
  const [first] = decided;
  const step = first && decided.length === 1 ? deciderOf(process, first) : undefined;
  if (first && step) {
    const [by, chosen] = [placeName(process, step), choiceWords(process, { element: step }, { ...first.choice, now: true })];
    // Right behind the step its place need not be named as well.
    const near = step === element || place.zh.startsWith(`${by.zh}之后`);
    return {
      zh: `${by.zh}${chosen.zh}后${near ? '' : `，办件到${place.zh}`}没有可走的路：请给它连一条路，或者设一条“其他情况走这条”的路`,
      en: `${begun(by.en)}, ${chosen.en}: there is no way on${near ? '' : ` at ${place.en}`}; draw one for it, or let one be taken otherwise`,
    };
  }
  const words = listed(decided.map(({ act, choice }) => choiceWords(process, act, { ...choice, now: false })));
  const when = decided.length > 0 ? { zh: `（${words.zh}时）`, en: ` (${words.en})` } : { zh: '', en: '' };
  return {
    zh: `办件到${place.zh}可能无路可走${when.zh}：没有一条路的条件成立；请补上这种情况，或者设一条“其他情况走这条”的路`,
    en: `A case can find no way on at ${place.en}${when.en}: no condition holds; add one for this, or let one way be taken otherwise`,
  };
}

/** The one step whose button was chosen. */
function deciderOf({ elements }: Process, { choice }: Decided): ElementId | undefined {
  const [decider, ...others] = elements.filter(({ office }) => office.decision?.key === choice.name);
  return others.length === 0 ? decider?.id : undefined;
}
