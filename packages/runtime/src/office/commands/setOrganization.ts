import { parseOrganization } from '../../organization/parse.ts';
import { sameJson, type Json } from '../../words/json.ts';
import { append, nextInstant } from '../append.ts';
import { notFound } from '../decide.ts';
import { ORGANIZATION } from '../house.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Puts an organization in force as a whole; the same again changes nothing. Who is not in it any more hands over. */
export const setOrganization =
  (parts: Parts, handOver: () => Promise<void>): Office['setOrganization'] =>
  async (who, organization) => {
    const asker = (await parts.house.organization()).people.find((person) => person.id === who);
    if (who !== 'system' && !asker?.roles.includes('administrator')) return notFound('organization');
    const parsed = parseOrganization(organization);
    if ('ok' in parsed) return parsed;
    for (;;) {
      const head = await parts.store.load(ORGANIZATION);
      if (head && sameJson(head.facts, parsed as unknown as Json)) return { ok: true, value: { revision: head.revision } };
      const { commit, result } = await append(parts, head, {
        stream: ORGANIZATION,
        at: nextInstant(parts.clock, head),
        actor: { id: who, via: who === 'system' ? 'import' : 'person' },
        parts: { state: { snapshot: null, facts: parsed as unknown as Json }, events: [{ type: 'OrganizationSet' }] },
      });
      parts.house.forget();
      if (!result.ok) continue;
      await handOver();
      return { ok: true, value: { revision: commit.revision } };
    }
  };
