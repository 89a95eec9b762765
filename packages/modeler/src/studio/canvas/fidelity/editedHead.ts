import { isForeign } from './foreign.ts';
import type { Naming } from './naming.ts';
import type { Scope, XmlAttribute, XmlElement } from '../../file/xml/node.ts';
import { asValue } from '../../file/xml/references.ts';

interface Given {
  readonly source: string;
  readonly was: XmlElement;
  readonly read: XmlElement;
  readonly now: XmlElement;
  /** Where it will stand. */
  readonly around: Scope;
  readonly naming: Naming;
}

/** The first tag of an element of the original with the name and the attributes that changed between `read` and `now`; foreign ones never go. */
export function editedHead({ source, was, read, now, around, naming }: Given): { readonly head: string; readonly name: string } {
  const renamed = read.uri !== now.uri || read.local !== now.local;
  const name = renamed ? naming.element(now, was.scope) : was.name;
  const cuts: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const added: string[] = [];
  for (const one of now.attributes) {
    if (find(read, one)?.value === one.value) continue;
    const old = find(was, one);
    if (old) cuts.push({ from: old.nameFrom, to: old.to + 1, text: naming.attribute(one, { from: now.scope, scope: was.scope }).slice(1) });
    else added.push(naming.attribute(one, { from: now.scope, scope: was.scope }));
  }
  for (const one of read.attributes) {
    const old = find(now, one) || isForeign(one.uri) ? undefined : find(was, one);
    if (old) cuts.push({ from: spaceBefore(source, old.nameFrom), to: old.to + 1, text: '' });
  }
  added.push(...declarations({ source, was, around }));
  const end = was.headTo - (source[was.headTo - 2] === '/' ? 2 : 1);
  const close = spaceBefore(source, end);
  cuts.push({ from: was.from + 1, to: was.from + 1 + was.name.length, text: name }, { from: close, to: close, text: added.join('') });
  return { head: cut(source, { from: was.from, to: was.headTo, cuts }), name };
}

const find = ({ attributes }: XmlElement, { uri, local }: XmlAttribute): XmlAttribute | undefined =>
  attributes.find((one) => one.uri === uri && one.local === local);

function spaceBefore(source: string, at: number): number {
  let from = at;
  while (/[ \t\r\n]/.test(source[from - 1] ?? '')) from -= 1;
  return from;
}

/** The namespaces that an element loses by standing elsewhere. */
function declarations({ source, was, around }: Pick<Given, 'source' | 'was' | 'around'>): readonly string[] {
  if (was.scope === around) return [];
  const used = new Set(source.slice(was.from, was.to).match(/[^\s<>"'/=:]+(?=:)/g));
  const head = source.slice(was.from, was.headTo);
  return [...was.scope]
    .filter(([prefix, uri]) => around.get(prefix) !== uri && (prefix === '' || used.has(prefix)))
    .map(([prefix, uri]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri] as const)
    .filter(([name]) => !new RegExp(`\\s${name.replaceAll('.', '\\.')}\\s*=`).test(head))
    .map(([name, uri]) => ` ${name}="${asValue(uri)}"`);
}

/** A part of the text with pieces of it replaced; the pieces never overlap. */
function cut(
  source: string,
  {
    from,
    to,
    cuts,
  }: {
    readonly from: number;
    readonly to: number;
    readonly cuts: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  },
): string {
  let written = '';
  let at = from;
  for (const one of cuts.toSorted((left, right) => left.from - right.from || left.to - right.to)) {
    written += source.slice(at, one.from) + one.text;
    at = one.to;
  }
  return written + source.slice(at, to);
}
