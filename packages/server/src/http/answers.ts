import { z } from 'zod';
import type * as contract from '../contract.ts';

/** The shapes of answers, for the OpenAPI document; each is held to its type of the contract by the compiler. Nothing is checked by them. */
export const text = z.object({ zh: z.string(), en: z.string().exactOptional() }).meta({ id: 'Text' });
export const person = z.object({ id: z.string(), name: text }).meta({ id: 'PersonRef' });
export const seat = z.object({ seat: z.string(), name: text, people: z.array(person) }).meta({ id: 'SeatRef' });
const due = z
  .object({ at: z.string(), state: z.enum(['late', 'today', 'soon', 'later']), words: text, provisional: z.boolean() })
  .meta({ id: 'Due' });
const risk = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() });

export const problem: z.ZodType<contract.Problem> = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: 'One of a closed list, for programs.' }),
    culprit: z.string().meta({ description: 'What is at fault.' }),
    expected: text,
    by: z.object({ name: z.string(), at: z.string() }).exactOptional().meta({ description: 'Who was faster, and when.' }),
    fields: z.array(z.object({ field: z.string(), code: z.string(), expected: text })).exactOptional(),
  })
  .meta({ id: 'Problem' });

export const done: z.ZodType<contract.Done> = z
  .object({
    case: z.string(),
    revision: z.number().int(),
    now: z.array(z.object({ task: z.string(), step: text, seats: z.array(seat) })),
    ended: z.boolean(),
  })
  .meta({ id: 'Done' });

export const brought: z.ZodType<contract.Done | contract.KeptMessage> = z.union([
  done,
  z.object({ kept: z.string().meta({ description: 'Nobody waits for it yet; until then it is kept for whoever does.' }) }),
]);

export const saved: z.ZodType<{ readonly savedAt: string }> = z.object({ savedAt: z.string() });

export const taskCards: z.ZodType<contract.Page<contract.TaskCard>> = pageOf(
  z
    .object({
      id: z.string(),
      case: z.string(),
      flow: z.string(),
      flowName: text,
      step: text,
      element: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      from: person.nullable(),
      openedAt: z.string(),
      closedAt: z.string().nullable(),
      state: z.enum(['open', 'completed', 'interrupted', 'takenBack', 'cancelled']),
      due: due.nullable(),
      risk,
      urgency: z.string().nullable(),
      clearance: z.string(),
      batch: z.boolean(),
      takenBy: person.nullable(),
      seats: z.array(seat),
      returned: z.object({ by: person, reason: z.string() }).nullable(),
      guidance: text.nullable(),
      quick: z.array(z.object({ value: z.string(), name: text, manner: z.enum(['forward', 'back', 'refuse']) })),
    })
    .meta({ id: 'TaskCard' }),
);

const caseCard = z
  .object({
    id: z.string(),
    flow: z.string(),
    flowName: text,
    title: z.string(),
    number: z.string().nullable(),
    status: z.enum(['running', 'incident', 'completed', 'terminated', 'cancelled']),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    initiator: person.nullable(),
    open: z.array(
      z.object({
        task: z.string(),
        element: z.string(),
        step: text,
        seats: z.array(seat),
        takenBy: person.nullable(),
        since: z.string(),
        due: due.nullable(),
      }),
    ),
    due: due.nullable(),
  })
  .meta({ id: 'CaseCard' });
export const caseCards: z.ZodType<contract.Page<contract.CaseCard>> = pageOf(caseCard);
export const found: z.ZodType<readonly contract.CaseCard[]> = z.array(caseCard);

export const returnTargets: z.ZodType<readonly contract.ReturnTarget[]> = z.array(
  z
    .object({
      visit: z.string(),
      element: z.string(),
      step: text,
      by: person.nullable(),
      at: z.string().nullable(),
      legal: z.boolean(),
      reason: text.nullable(),
      takesBack: z.array(text),
    })
    .meta({ id: 'ReturnTarget' }),
);

export const flowCards: z.ZodType<readonly contract.FlowCard[]> = z.array(
  z
    .object({
      key: z.string(),
      number: z.number().nullable(),
      name: text,
      area: z.string().nullable(),
      version: z.number().int(),
      publishedAt: z.string(),
      running: z.number().int(),
      startable: z.boolean(),
      steps: z.number().int(),
      risk,
      draft: z.object({ savedBy: person, savedAt: z.string(), holder: person.nullable() }).exactOptional(),
      plannedFrom: z.string().exactOptional(),
    })
    .meta({ id: 'FlowCard' }),
);

export const timeline: z.ZodType<readonly contract.TimelineEntry[]> = z.array(
  z
    .object({
      revision: z.number().int(),
      at: z.string(),
      by: person.nullable(),
      onBehalfOf: person.nullable(),
      kind: z.string(),
      element: z.string().nullable(),
      words: text,
      detail: text.nullable(),
    })
    .meta({ id: 'TimelineEntry' }),
);

export const people: z.ZodType<readonly contract.PersonOption[]> = z.array(
  z.object({ id: z.string(), name: text, unit: text, posts: z.array(text) }).meta({ id: 'PersonOption' }),
);
export const units: z.ZodType<readonly contract.UnitOption[]> = z.array(
  z.object({ id: z.string(), name: text, parent: z.string().nullable() }).meta({ id: 'UnitOption' }),
);
export const counts: z.ZodType<contract.Counts> = z
  .object({ todo: z.number().int(), read: z.number().int(), started: z.number().int(), overdue: z.number().int() })
  .meta({ id: 'Counts' });
export const changes: z.ZodType<contract.Changes> = z
  .object({
    cursor: z.string(),
    cases: z.array(z.object({ case: z.string(), revision: z.number().int() })),
    drawings: z.literal(true).optional(),
  })
  .meta({ id: 'Changes' });
export const file: z.ZodType<contract.FileRef> = z
  .object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int(), sha256: z.string() })
  .meta({ id: 'FileRef' });

export const session: z.ZodType<contract.Session> = z
  .object({ person, posts: z.array(text), roles: z.array(z.string()), demo: z.boolean(), office: text })
  .meta({ id: 'Session' });
export const signIn: z.ZodType<contract.SignIn> = z
  .object({ demo: z.boolean(), setUpNeeded: z.boolean(), office: text })
  .meta({ id: 'SignIn' });
export const demoPeople: z.ZodType<readonly contract.DemoPerson[]> = z.array(
  z.object({ id: z.string(), name: text, posts: z.array(text), unit: text }).meta({ id: 'DemoPerson' }),
);
export const accounts: z.ZodType<readonly contract.AccountRow[]> = z.array(
  z
    .object({ id: z.string(), name: text, unit: text, roles: z.array(z.string()), account: z.enum(['none', 'invited', 'active']) })
    .meta({ id: 'AccountRow' }),
);
export const invitation: z.ZodType<contract.Invitation> = z.object({ token: z.string(), until: z.string() }).meta({ id: 'Invitation' });
export const health: z.ZodType<contract.Health> = z
  .object({ status: z.enum(['ok', 'failing']), version: z.string(), store: z.string(), revision: z.string().exactOptional() })
  .meta({ id: 'Health' });

const drawingStands = {
  revision: z.number().int().meta({ description: 'What the next save is based on.' }),
  latest: z.number().int(),
  draft: z.object({ revision: z.number().int(), base: z.number().int(), savedAt: z.string(), savedBy: person }).nullable(),
  holder: z.object({ person, here: z.boolean(), since: z.string(), seenAt: z.string() }).nullable(),
  now: z.string().meta({ description: 'By the clock of the server, which the other moments are by, too.' }),
};
const named = z.object({ key: z.string(), name: text });
const idNamed = z.object({ id: z.string(), name: text });
export const drawingState: z.ZodType<contract.DrawingState> = z.object(drawingStands).meta({ id: 'DrawingState' });
export const drawingPage: z.ZodType<contract.DrawingPage> = z
  .object({
    ...drawingStands,
    flow: z.string(),
    processes: z.array(named),
    xml: z.string(),
    around: z.object({
      flows: z.array(named.extend({ calls: z.array(z.string()), fields: z.array(named).exactOptional() })),
      posts: z.array(z.object({ id: z.string(), name: text, units: z.array(text), people: z.number().int() })),
      units: z.array(idNamed),
    }),
  })
  .meta({ id: 'DrawingPage' });
export const drawingSaved: z.ZodType<contract.DrawingSaved> = z.object({ revision: z.number().int(), savedAt: z.string() });
const point = z.object({ point: z.string(), at: z.string(), by: person, words: text }).meta({ id: 'KeptPoint' });
export const keptPoint: z.ZodType<contract.KeptPoint> = point;
export const keptPoints: z.ZodType<readonly contract.KeptPoint[]> = z.array(point);
export const versionCards: z.ZodType<readonly contract.VersionCard[]> = z.array(
  z
    .object({
      version: z.number().int(),
      publishedAt: z.string(),
      publishedBy: text,
      note: z.string(),
      effectiveFrom: z.string(),
      state: z.enum(['planned', 'inForce', 'past', 'calledOff']),
      running: z.number().int(),
    })
    .meta({ id: 'VersionCard' }),
);
export const xml: z.ZodType<{ readonly xml: string }> = z.object({ xml: z.string() });
export const published: z.ZodType<contract.PublishedPage> = z.object({ version: z.number().int(), effectiveFrom: z.string() });
export const begun: z.ZodType<{ readonly flow: string }> = z.object({ flow: z.string() });
