import { elementAt, elementsAt, type ModdleElement } from '../file/moddle.ts';

/** Whether other software noted something on an element that the panel does not show; it is kept as it is. */
export const hasForeign = (element: ModdleElement): boolean =>
  elementsAt(elementAt(element, 'extensionElements'), 'values').some(({ $type }) => !$type.startsWith('gc:')) ||
  Object.keys(element.$attrs ?? {}).some((name) => name.includes(':') && !/^(xmlns|xsi|gc)\b/.test(name));
