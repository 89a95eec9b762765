import { startsOn } from '../../plan/startsOn.ts';
import type { OutboxRow } from '../../ports/rows.ts';
import type { CaseId } from '../../words/ids.ts';
import { loadCase } from '../caseLog.ts';
import type { CaseCommands } from '../decide.ts';
import { deliverBrought } from '../messages/deliverBrought.ts';
import { deliverOne } from '../messages/deliverOne.ts';
import { keptUntil } from '../messages/keptUntil.ts';
import type { Parts } from '../parts.ts';

/** How much of what is kept one sweep looks at. */
const PAGE = 200;

/** How many cases a command lets be heard one after the other; what is beyond, as two flows that answer each other for ever, is for the sweep. */
const CHAIN = 20;

/** What takes to others that which cases have sent. */
export interface Delivery {
  /** Whatever this case has sent and, after it, those that heard it; never throws, as the sweep does whatever was left. */
  after(caseId: CaseId): Promise<void>;
  /** The next page of all that is not delivered, one page after the other and then from the first again; how much was delivered. */
  sweep(): Promise<number>;
}

/** Opens the delivery. `cases` are the plain commands: what they send is looked at here. */
export function openDelivery(parts: Parts, cases: CaseCommands): Delivery {
  const given = { parts, cases };
  let place: OutboxRow | undefined;

  async function ofCase(caseId: CaseId): Promise<readonly CaseId[]> {
    const open = (await loadCase(parts.store, caseId))?.facts.sent?.filter((one) => !one.trouble) ?? [];
    const heard: CaseId[] = [];
    for (const { id } of open) heard.push(...(await deliverOne(given, id)));
    return heard;
  }

  /** Whether it is worth a look: somebody was chosen for it, somebody may wait for it by now, or its time is over. */
  async function isDue(row: OutboxRow, hopeless: Map<string, boolean>): Promise<boolean> {
    if (row.kind === 'job') return false;
    if (row.kind === 'signal' || row.state === 'pending') return true;
    const until = row.until === undefined ? keptUntil(undefined, row, row.sentAt) : row.until;
    if (until !== null && until <= parts.clock.now()) return true;
    const known = hopeless.get(row.name) ?? (await isHopeless(row.name));
    hopeless.set(row.name, known);
    return !known;
  }

  async function isHopeless(name: string): Promise<boolean> {
    if ((await parts.store.subscriptions(name, 'message')).length > 0) return false;
    return (await parts.definitions.all()).every(({ process }) => startsOn(process, 'message', name).length === 0);
  }

  return {
    async after(caseId) {
      const queue = cases.takeSpoken(caseId) ? [caseId] : [];
      for (let done = 0; done < CHAIN; done += 1) {
        const next = queue.shift();
        if (next === undefined) return;
        const heard = await ofCase(next).catch(() => []);
        queue.push(...heard.filter((one) => cases.takeSpoken(one)));
      }
    },
    async sweep() {
      const rows = await parts.store.outbox(PAGE, place);
      place = rows.length < PAGE ? undefined : rows.at(-1);
      const hopeless = new Map<string, boolean>();
      const failures: unknown[] = [];
      let delivered = 0;
      for (const row of rows) {
        try {
          if (!(await isDue(row, hopeless))) continue;
          delivered += row.case === null ? Number(await deliverBrought(given, row.id)) : (await deliverOne(given, row.id)).length;
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      return delivered;
    },
  };
}

/** The commands of cases, each of which has what it sent delivered before it answers. */
export const delivering = (cases: CaseCommands, delivery: Delivery): CaseCommands => ({
  ...cases,
  async run(...asked) {
    const answer = await cases.run(...asked);
    if (answer.ok) await delivery.after(asked[0]);
    return answer;
  },
});
