import { type Feel, id } from '../../../words/ids.ts';
import { isSafeKey } from '../../../words/json.ts';
import { type Node, textOf } from '../node.ts';
import { feelFrom, isUnread } from './expression.ts';
import { foreignNode, foreignText } from './words.ts';

/** The list of a step that several do, and under what name each sees its item, by the words of another tool. */
export function foreignItems(characteristics: Node): { readonly over?: Feel; readonly as?: string } {
  const zeebe = foreignNode(characteristics, 'loopCharacteristics');
  const list = foreignText(characteristics, 'collection') ?? textOf(zeebe, 'inputCollection');
  const item = foreignText(characteristics, 'elementVariable') ?? textOf(zeebe, 'inputElement');
  return {
    ...(list ? { over: id<'feel'>(feelFrom(list)) } : {}),
    ...(item && isSafeKey(item) ? { as: item } : {}),
  };
}

/** Whether the list can be read: a variable or a path to one. */
export const isListRead = (text: string): boolean => !isUnread(feelFrom(text));
