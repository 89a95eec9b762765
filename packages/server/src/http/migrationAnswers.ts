import { z } from 'zod';
import type * as contract from '../contract.ts';
import { person, text } from './answers.ts';

const entry = { case: z.string(), title: z.string().nullable(), number: z.string().nullable(), reasons: z.array(text) };
const named = z.object({ element: z.string(), name: text });

/** The dry run of a move to another version. */
export const migrationPreview: z.ZodType<contract.MigrationPreview> = z
  .object({
    preview: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    steps: z.array(
      named.extend({
        to: z.string().nullable(),
        toName: text.nullable(),
        how: z.enum(['same', 'suggested', 'chosen']).nullable(),
        cases: z.number().int(),
        options: z.array(named),
      }),
    ),
    ready: z.number().int(),
    refused: z.number().int(),
    cases: z.array(z.object({ ...entry, places: z.array(z.object({ from: text, to: text.nullable() })), notes: z.array(text) })),
  })
  .meta({ id: 'MigrationPreview' });

const page: z.ZodType<contract.MigrationPage> = z
  .object({
    id: z.string(),
    flow: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    by: person,
    at: z.string(),
    phase: z.enum(['moving', 'moved', 'undoing', 'undone']),
    total: z.number().int(),
    moved: z.number().int(),
    refused: z.number().int(),
    left: z.number().int(),
    undone: z.number().int(),
    kept: z.number().int(),
    results: z.array(z.object({ ...entry, outcome: z.enum(['moved', 'refused', 'left', 'undone', 'kept']), anew: z.boolean() })),
  })
  .meta({ id: 'MigrationPage' });
export const migrationPage = page;
export const migrationPages: z.ZodType<readonly contract.MigrationPage[]> = z.array(page);
