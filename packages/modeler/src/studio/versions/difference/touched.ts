import { diff, type Found } from 'bpmn-js-differ';
import { layoutOf } from './layout.ts';
import type { Moddle } from './moddle.ts';

/** Which elements differ between two files, and how. */
export interface Touched {
  readonly changed: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
}

/** What bpmn-js-differ finds, with what it does not look at: colours, attributes of other makers, shapes that got another id. */
export function touchedIn(before: Moddle, after: Moddle): Touched {
  const found = drawnDifference(before, after);
  const [was, now] = [layoutOf(before), layoutOf(after)];
  const redrawn = [...new Set([...was.keys(), ...now.keys()])].filter((element) => was.get(element) !== now.get(element));
  return { changed: new Set(Object.keys(found._changed)), moved: new Set([...Object.keys(found._layoutChanged), ...redrawn]) };
}

/** bpmn-js-differ stumbles over shapes that show nothing in the file; everything that has words is found without it. */
function drawnDifference(before: Moddle, after: Moddle): Pick<Found, '_changed' | '_layoutChanged'> {
  try {
    return diff(before, after);
  } catch {
    return { _changed: {}, _layoutChanged: {} };
  }
}
