import type { Problem } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/server/contract';
import type { Modeler } from '../../canvas/modeler.ts';
import { sayProblem } from './sayProblem.ts';
import { markPlace } from './markPlace.ts';
import { READABLE, showing } from './showing.ts';

const TYPE = 'gc-problem';

/** What is said of each element: one entry an element, its worst severity first. */
export function byElement(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, readonly Problem[]>();
  for (const problem of problems) found.set(problem.element, [...(found.get(problem.element) ?? []), problem]);
  for (const [element, own] of found)
    found.set(
      element,
      own.toSorted((one, other) => rank(one) - rank(other)),
    );
  return found;
}

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

/**
 * Small marks on the elements that something is wrong with, each with its sentences as its title. Only marks that changed are touched. Gives
 * back what shows the marks of other findings.
 */
export function problemMarks(modeler: Modeler, t: (text: Text) => string): (problems: readonly Problem[]) => void {
  const overlays = showing(modeler, 'overlays');
  const registry = showing(modeler, 'elementRegistry');
  const shown = new Map<string, { readonly says: string; readonly id: string }>();
  return (problems) => {
    const wanted = byElement(problems);
    for (const [element, { id }] of shown) {
      if (wanted.has(element) && registry.get(element)) continue;
      overlays.remove(id);
      shown.delete(element);
    }
    for (const [element, own] of wanted) {
      const drawn = registry.get(element);
      const says = own.map((problem) => `${problem.severity} ${sayProblem(problem, t)}`).join('\n');
      const before = shown.get(element);
      if (!drawn || before?.says === says) continue;
      if (before) overlays.remove(before.id);
      const html = document.createElement('span');
      html.className = 'gc-problem-mark';
      html.dataset.severity = own[0]?.severity;
      html.textContent = own[0]?.severity === 'error' ? '!' : '?';
      html.title = own.map((problem) => sayProblem(problem, t)).join('\n');
      shown.set(element, { says, id: overlays.add(element, TYPE, { position: markPlace(drawn), html, scale: READABLE }) });
    }
  };
}
