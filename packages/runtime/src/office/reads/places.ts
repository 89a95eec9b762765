import type { CaseEvent } from '../../case/event.ts';
import type { DefinitionRef, ScopeId } from '../../words/ids.ts';

/** Tells in which definition something happened: read event by event, since two diagrams may use one element id. */
export function places(own: DefinitionRef): (event: CaseEvent) => DefinitionRef {
  const known = new Map<ScopeId, DefinitionRef>();
  return (event) => {
    const scope = event.type === 'ElementPassed' ? event.pass.scope : 'scope' in event ? event.scope : undefined;
    const said = 'definition' in event ? event.definition : undefined;
    if (scope && said) known.set(scope, said);
    return said ?? (scope && known.get(scope)) ?? own;
  };
}
