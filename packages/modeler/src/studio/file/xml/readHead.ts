import { Wrong } from './fault.ts';
import type { Scope, XmlAttribute } from './node.ts';
import { decoded } from './references.ts';

/** The first tag of an element. */
export interface Head {
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly scope: Scope;
  readonly empty: boolean;
  readonly from: number;
  readonly to: number;
}

type Written = Omit<XmlAttribute, 'uri' | 'local'>;

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const SPACE = /[ \t\r\n]*/y;

/** Reads the tag that begins at `from`, with the namespaces that it declares. */
export function readHead(source: string, { from, around }: { readonly from: number; readonly around: Scope }): Head {
  const take = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? '';
  };
  const name = take(NAME, from + 1);
  if (name === '') throw new Wrong({ fault: source.startsWith('<!', from) ? 'documentType' : 'noName', at: from });
  const written: Written[] = [];
  let at = from + 1 + name.length;
  for (;;) {
    const space = take(SPACE, at).length;
    at += space;
    if (source[at] === '>') return headOf({ name, written, around, empty: false, from, to: at + 1 });
    if (source.startsWith('/>', at)) return headOf({ name, written, around, empty: true, from, to: at + 2 });
    const key = take(NAME, at);
    if (key === '' || space === 0) throw new Wrong({ fault: at >= source.length ? 'tagNeverEnds' : 'inTag', at, name });
    const equals = at + key.length + take(SPACE, at + key.length).length;
    const open = equals + 1 + take(SPACE, equals + 1).length;
    const quote = source[open];
    if (source[equals] !== '=' || (quote !== '"' && quote !== "'")) throw new Wrong({ fault: 'noValue', at, name: key });
    const close = source.indexOf(quote, open + 1);
    const inner = source.slice(open + 1, close);
    if (close < 0 || inner.includes('<')) throw new Wrong({ fault: 'valueNeverEnds', at, name: key });
    if (written.some((one) => one.name === key)) throw new Wrong({ fault: 'twice', at, name: key });
    const value = decoded(source, { from: open + 1, to: close, spaces: true });
    written.push({ name: key, value, nameFrom: at, from: open + 1, to: close });
    at = close + 1;
  }
}

function headOf(
  tag: Pick<Head, 'name' | 'empty' | 'from' | 'to'> & { readonly written: readonly Written[]; readonly around: Scope },
): Head {
  const { name, written, around, empty, from, to } = tag;
  const declared = written.filter((one) => declares(one.name) !== undefined);
  const scope: Scope =
    declared.length === 0 ? around : new Map([...around, ...declared.map((one) => [declares(one.name) ?? '', one.value] as const)]);
  const attributes = written
    .filter((one) => declares(one.name) === undefined)
    .map((one) => ({ ...one, ...resolved(one.name, new Map([...scope, ['', '']])) }));
  return { name, ...resolved(name, scope), attributes, scope, empty, from, to };
}

const declares = (name: string): string | undefined => (name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined);

/** A name in its namespace; a prefix that nobody declared stands for itself. */
export function resolved(name: string, scope: Scope): { readonly uri: string; readonly local: string } {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  return { uri: scope.get(prefix) ?? `${prefix}:`, local: name.slice(colon + 1) };
}
