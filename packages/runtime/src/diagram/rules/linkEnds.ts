import type { Element, Process } from '../model.ts';

/** One end of a link, and its name. */
export interface LinkEnd {
  readonly element: Element;
  readonly name: string;
}

/** The throwing and the catching ends of all links of a process. */
export function linkEnds({ elements }: Process): { readonly throws: readonly LinkEnd[]; readonly catches: readonly LinkEnd[] } {
  const ends = elements.flatMap((element) =>
    element.triggers.flatMap((trigger) => (trigger.kind === 'link' ? [{ element, name: trigger.name }] : [])),
  );
  return {
    throws: ends.filter(({ element }) => element.type === 'intermediateThrowEvent'),
    catches: ends.filter(({ element }) => element.type === 'intermediateCatchEvent'),
  };
}
