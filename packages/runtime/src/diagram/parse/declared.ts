import type { Declared } from '../model.ts';
import { type Node, textOf, typeOf } from './node.ts';

const CODES = { message: undefined, signal: undefined, error: 'errorCode', escalation: 'escalationCode' } as const;

const isKind = (type: string): type is Declared['kind'] => Object.hasOwn(CODES, type);

/** The messages, signals, errors and escalations of a file, in document order. */
export const declaredIn = (roots: readonly Node[]): readonly Declared[] =>
  roots.flatMap((node) => {
    const kind = typeOf(node);
    if (!isKind(kind)) return [];
    const name = textOf(node, 'name');
    const written = CODES[kind];
    const code = written && textOf(node, written);
    return [{ id: node.id ?? '', kind, ...(name ? { name } : {}), ...(code ? { code } : {}) }];
  });
