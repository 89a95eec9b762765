import type { Scope, XmlAttribute, XmlElement } from '../../file/xml/node.ts';
import { resolved } from '../../file/xml/readHead.ts';
import { asValue } from '../../file/xml/references.ts';

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

interface Wanted {
  readonly uri: string;
  readonly scope: Scope;
  /** Its name elsewhere, whose prefix is taken if it is free. */
  readonly name: string;
  /** An attribute cannot take its namespace from the default one. */
  readonly attribute: boolean;
}

/** Names as they are written in a file, by its own prefixes; those that it lacks are declared at its root. */
export class Naming {
  private readonly added = new Map<string, string>();

  element({ name, uri, local }: XmlElement, scope: Scope): string {
    return this.prefix({ uri, scope, name, attribute: false }) + local;
  }

  /** An attribute of an element that is elsewhere in scope `from`, with the space before it. */
  attribute({ name, uri, local, value }: XmlAttribute, { from, scope }: { readonly from: Scope; readonly scope: Scope }): string {
    const typed = uri === INSTANCE && local === 'type' ? this.type(value, { from, scope }) : value;
    return ` ${this.prefix({ uri, scope, name, attribute: true })}${local}="${asValue(typed)}"`;
  }

  /** The declarations that the root needs besides its own. */
  declarations(): string {
    return [...this.added].map(([prefix, uri]) => ` xmlns:${prefix}="${asValue(uri)}"`).join('');
  }

  private type(value: string, { from, scope }: { readonly from: Scope; readonly scope: Scope }): string {
    const { uri, local } = resolved(value, from);
    return from.has(value.slice(0, Math.max(0, value.indexOf(':'))))
      ? this.prefix({ uri, scope, name: value, attribute: false }) + local
      : value;
  }

  private prefix({ uri, scope, name, attribute }: Wanted): string {
    if (uri === '') return '';
    for (const [prefix, known] of [...scope, ...this.added]) {
      if (known === uri && (scope.get(prefix) ?? uri) === uri && (prefix !== '' || !attribute)) return prefix === '' ? '' : `${prefix}:`;
    }
    let prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : 'ns';
    while (scope.has(prefix) || this.added.has(prefix)) prefix += '1';
    this.added.set(prefix, uri);
    return `${prefix}:`;
  }
}
