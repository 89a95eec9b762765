import type { Construct } from './construct.ts';
import { begin, openScope, tellOpened } from './run/open.ts';
import { scopeOf } from './run/run.ts';

/** An embedded sub-process: a scope that sees the data around it. It is done when nothing runs inside any more. */
export const subProcess: Construct = (run, { token, element, plan }) => {
  const { definition } = scopeOf(run, token.scope);
  tellOpened(run, token);
  const scope = openScope(run, { parent: token.scope, definition, element: element.id, kind: 'sub', host: token.visit });
  begin(run, { scope: scope.id, container: element.id, entries: plan.entries(element.id), from: [token.visit] });
};
