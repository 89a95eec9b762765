import type { Difference } from './difference/difference.ts';

/** What is looked at: chosen in the list, the diagrams go there; chosen on a diagram, the list does. The first element is the place. */
export interface Chosen {
  readonly elements: readonly string[];
  readonly by: 'list' | 'diagram';
}

export const NOTHING_CHOSEN: Chosen = { elements: [], by: 'list' };

export const byList = (elements: readonly string[]): Chosen => ({ elements, by: 'list' });

/** What a click on a diagram chooses: the element, and the step in whose list of changes it is told. */
export function byDiagram(element: string, difference: Difference | null): Chosen {
  const groups = difference?.parts.flatMap((part) => part.groups) ?? [];
  const home = groups.find((one) => one.element === element || one.lines.some((line) => line.elements.includes(element)));
  return { elements: home && home.element !== element ? [element, home.element] : [element], by: 'diagram' };
}
