import { parseOrganization } from '../organization/parse.ts';
import type { Organization } from '../organization/model.ts';
import type { Viewer } from '../organization/viewer.ts';
import { viewerOf } from '../organization/viewerOf.ts';
import { dayOf } from '../calendar/day.ts';
import type { Clock } from '../words/clock.ts';
import { milliseconds } from '../words/clock.ts';
import { id, type PersonId, type StreamId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import { BrokenPromise } from '../words/refusal.ts';
import type { Store } from '../ports/store.ts';

export const ORGANIZATION: StreamId = id('organization');

/** How old a remembered organization or list of versions may be, in milliseconds, before another server's change is looked for. */
export const REMEMBERED = 1000;

/** Who is in the office now. Remembered for a second, so that asking is free. */
export interface House {
  organization(): Promise<Organization>;
  viewer(person: PersonId): Promise<Viewer | undefined>;
  forget(): void;
}

const EMPTY: Organization = {
  name: { zh: '规程', en: 'Guicheng' },
  units: [],
  posts: [],
  people: [],
  inCharge: [],
  deputies: [],
  rota: [],
};

/** Opens the organization's stream for reading. */
export function openHouse(store: Store, clock: Clock): House {
  let remembered: { readonly organization: Organization; readonly revision: number; readonly at: number } | undefined;
  let underWay: Promise<Organization> | undefined;
  let forgotten = 0;

  async function load(at: number): Promise<Organization> {
    const asked = forgotten;
    const head = await store.load(ORGANIZATION);
    // What was on its way when the organization changed may be the one before: whoever asked may have it, nobody after them.
    if (asked !== forgotten) return head ? readFacts(head.facts) : EMPTY;
    if (head && head.revision === remembered?.revision) {
      remembered = { ...remembered, at };
      return remembered.organization;
    }
    const organization = head ? readFacts(head.facts) : EMPTY;
    remembered = { organization, revision: head?.revision ?? 0, at };
    return organization;
  }

  async function organization(): Promise<Organization> {
    const now = milliseconds(clock.now());
    if (remembered && Math.abs(now - remembered.at) < REMEMBERED) return remembered.organization;
    if (!underWay) {
      const mine = load(now).finally(() => {
        if (underWay === mine) underWay = undefined;
      });
      underWay = mine;
    }
    return underWay;
  }

  return {
    organization,
    viewer: async (person) => viewerOf(await organization(), person, dayOf(clock.now())),
    forget() {
      forgotten += 1;
      underWay = undefined;
      remembered = undefined;
    },
  };
}

function readFacts(facts: Json): Organization {
  const parsed = parseOrganization(facts);
  if ('ok' in parsed && !parsed.ok) throw new BrokenPromise(`the stored organization no longer reads: ${parsed.culprit}`);
  return parsed as Organization;
}
