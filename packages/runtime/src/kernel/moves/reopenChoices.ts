import { planOf, type Run } from '../run/run.ts';
import type { MoveChoice } from '../stimulus.ts';
import type { Lineage } from './lineage.ts';
import { reopeningOf } from './reopen.ts';

/** At which steps of its own process an ended case may be woken, those within sub-processes too, which are then opened around them. */
export function reopenChoices(run: Run, lineage: Lineage): readonly MoveChoice[] {
  const root = run.scopes.values()[0]?.id;
  if (!root) return [];
  return planOf(run, root).process.elements.map(({ id: element }) => {
    const reopening = reopeningOf(run, lineage, element);
    const reason = typeof reopening === 'string' ? reopening : undefined;
    const legal = typeof reopening !== 'string' && !('ok' in reopening);
    return { move: 'reopen', visit: null, element, scope: 'fresh', legal, ...(reason ? { reason } : {}), takesBack: [] };
  });
}
