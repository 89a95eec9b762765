import type { Construct } from './construct.ts';
import { openInside } from './run/border.ts';
import { begin } from './run/open.ts';

/** An embedded sub-process: a scope that sees the data around it, beside what it declares for itself. It is done when nothing runs inside any more. */
export const subProcess: Construct = (run, place) => {
  const { token, element, plan } = place;
  const scope = openInside(run, place, 'sub');
  if (!scope) return;
  begin(run, { scope: scope.id, container: element.id, entries: plan.entries(element.id), from: [token.visit] });
};
