import { z } from 'zod';
import type * as contract from '../contract.ts';
import { seat, text } from './answers.ts';

/** Where a case may be moved to, or be woken. */
export const places: z.ZodType<contract.PlacesPage> = z
  .object({
    kind: z.enum(['jump', 'reopen']),
    standing: z.array(
      z.object({
        visit: z.string(),
        element: z.string(),
        step: text,
        state: z.enum(['open', 'waits', 'still']),
        seats: z.array(seat),
        taken: z.boolean(),
      }),
    ),
    places: z.array(
      z.object({
        element: z.string(),
        scope: z.string(),
        definition: z.string(),
        step: text,
        legal: z.boolean(),
        reason: text.nullable(),
        ends: z.array(text),
        seats: z.array(seat),
      }),
    ),
  })
  .meta({ id: 'PlacesPage' });

/** What may be begun at any time. */
export const startable: z.ZodType<readonly contract.StartableInCase[]> = z.array(
  z
    .object({
      case: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      flowName: text,
      work: z.object({
        scope: z.string(),
        step: text,
        start: z.array(z.object({ element: z.string(), step: text, seats: z.array(seat) })),
        mayConclude: z.boolean(),
        open: z.array(text),
      }),
    })
    .meta({ id: 'StartableInCase' }),
);
