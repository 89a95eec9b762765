import type { CaseEvent } from '../../case/event.ts';
import type { DefinitionRef, ScopeId } from '../../words/ids.ts';

/** Tells in which definition something happened: read event by event, since two diagrams may use one element id. */
export function places(own: DefinitionRef): (event: CaseEvent) => DefinitionRef {
  const known = new Map<ScopeId, DefinitionRef>();
  return (event) => {
    if (event.type === 'CaseMigrated') becomes(known, event.from, event.to);
    if (event.type === 'MigrationUndone') becomes(known, [event.from], event.to);
    const scope = event.type === 'ElementPassed' ? event.pass.scope : 'scope' in event ? event.scope : undefined;
    const said = 'definition' in event ? event.definition : undefined;
    if (scope && said) known.set(scope, said);
    return said ?? (scope && known.get(scope)) ?? own;
  };
}

/** What runs in a scope from here on is another version. */
function becomes(known: Map<ScopeId, DefinitionRef>, from: readonly DefinitionRef[], to: DefinitionRef): void {
  for (const [scope, definition] of known) if (from.includes(definition)) known.set(scope, to);
}
