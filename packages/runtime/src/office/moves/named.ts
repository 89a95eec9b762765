import type { Element } from '../../diagram/model.ts';
import type { Text } from '../../words/text.ts';

/** An element's name, or what stands for it where it has none. */
export const textOf = (element: Element | undefined, otherwise: string): Text =>
  element && element.name.zh !== '' ? element.name : { zh: otherwise };
