import type { Text } from '@guicheng/runtime/model';
import { kindOf } from './kindOf.ts';

/** A name in quotes; where there is none, what it is: 未命名的分支. */
export function quoted(named: { readonly name: Text; readonly type: string } | string): Text {
  if (typeof named === 'string') return inQuotes({ zh: named });
  if (named.name.zh !== '') return inQuotes(named.name);
  const kind = kindOf(named.type);
  return { zh: `未命名的${kind.zh}`, en: `a ${kind.en} without a name` };
}

/** Words in quotes, so that a name cannot be taken for a part of the sentence. */
export const inQuotes = (name: Text): Text => ({ zh: `“${name.zh}”`, en: `“${name.en ?? name.zh}”` });
