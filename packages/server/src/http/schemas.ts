import { durationIn } from '@guicheng/runtime';
import { z } from 'zod';

/** The shapes of all input; unknown keys are refused. OpenAPI is made from the same. */
const json: z.ZodType<z.core.util.JSONType> = z.json();
const request = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .meta({ description: 'Random, made once per intention: the same id gets the same answer.' });
const words = z.string().max(2000);
const key = z.string().regex(/^[\w-]{1,80}$/);
const limit = z.coerce.number().int().min(1).max(100).default(50);
const cursor = z.string().max(300).optional();

export const passwordSignIn = z.strictObject({ name: z.string().min(1).max(80), password: z.string().min(1).max(200) });
export const demoSignIn = z.strictObject({ person: key });
export const setUp = z.strictObject({
  token: z.string().min(1).max(100),
  person: z.string().min(1).max(80),
  password: z.string().min(10).max(200),
});
export const acceptInvitation = z.strictObject({ token: z.string().min(1).max(120), password: z.string().min(10).max(200) });
export const changePassword = z.strictObject({ old: z.string().min(1).max(200), password: z.string().min(10).max(200) });
export const taskQuery = z.strictObject({ list: z.enum(['todo', 'read', 'done']).default('todo'), flow: key.optional(), cursor, limit });
export const caseQuery = z.strictObject({
  list: z.enum(['started', 'all']).default('all'),
  flow: key.optional(),
  version: z.coerce.number().int().min(1).max(999_999_999).optional().meta({ description: 'Of the flow that is asked for.' }),
  status: z.enum(['running', 'incident', 'completed', 'terminated', 'cancelled']).optional(),
  cursor,
  limit,
});
export const searchQuery = z.strictObject({ q: z.string().max(100) });
export const peopleQuery = z.strictObject({ q: z.string().max(100).default('') });
export const changesQuery = z.strictObject({
  since: z
    .string()
    .refine((text) => /^(\d{1,15}(\.\d{1,6})?)?$/.test(text), {
      params: { expected: { zh: '应为上次得到的 cursor', en: 'the cursor that was told last' } },
    })
    .default('')
    .meta({ description: 'The cursor that was told last; left out, nothing but the cursor of now is told.' }),
});
export const previewMigration = z.strictObject({
  from: z.number().int().min(1).max(999_999_999),
  to: z.number().int().min(1).max(999_999_999),
  map: z
    .record(z.string().min(1).max(200), z.string().min(1).max(200))
    .refine((map) => Object.keys(map).length <= 3000, {
      params: { expected: { zh: '至多 3000 项', en: 'at most 3,000 entries' } },
    })
    .meta({ description: 'Which step or arrow of the old version becomes which of the new; what is left out is suggested.' }),
});
export const beginMigration = z.strictObject({ request, preview: z.string().regex(/^[\w-]{1,64}$/) });
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
const view = z.strictObject({
  name: z.string().min(1).max(40),
  query: z.strictObject({
    arrange: z.enum(['urgency', 'flow', 'post', 'list']),
    flow: key.exactOptional(),
    text: z.string().max(100).exactOptional(),
    due: z.enum(['overdue', 'today', 'soon']).exactOptional(),
  }),
});
export const personalSettings = z
  .strictObject({
    views: z
      .array(view)
      .max(20)
      .refine((views) => new Set(views.map((one) => one.name)).size === views.length, {
        params: { expected: { zh: '各视图名称不得重复', en: 'views with names of their own' } },
      }),
    startView: z.string().min(1).max(40).nullable(),
    language: z.enum(['zh', 'en']).exactOptional(),
    theme: z.enum(['light', 'dark', 'system']).exactOptional(),
  })
  .meta({ id: 'PersonalSettings' });
export const noQuery = z.strictObject({});
export const completeTask = z.strictObject({
  request,
  outcome: z.string().max(80).optional(),
  values: z.record(key, z.strictObject({ to: json, was: json.optional() })),
  confirmed: z.array(key).max(50),
});
export const plain = z.strictObject({ request });
export const returnTask = z.strictObject({
  request,
  to: z.string().regex(/^v\d{1,9}$/),
  reason: words.min(1),
  siblings: z.enum(['keep', 'redo']),
  then: z.enum(['flow', 'straightBack']),
});
export const withdrawTask = z.strictObject({ request, reason: words });
export const reassignTask = z.strictObject({ request, to: key, reason: words });
export const urgeTask = z.strictObject({ request, words });
export const cancelCase = z.strictObject({ request, reason: words.min(1) });
const visit = z.string().regex(/^v\d{1,9}$/);
const scopeId = z.string().regex(/^s\d{1,9}$/);
const element = z.string().min(1).max(200);
const written = z.record(key, z.strictObject({ to: json, was: json.optional() }));
export const retryIncident = z.strictObject({
  request,
  incident: z.string().min(1).max(100),
  values: written.default({}).meta({ description: 'Other values for what it reads.' }),
  reason: words.default('').meta({ description: 'Must be said where values are changed.' }),
});
export const skipIncident = z.strictObject({
  request,
  incident: z.string().min(1).max(100),
  flow: element.optional().meta({ description: 'The way on, where there are several.' }),
  reason: words.min(1),
});
export const placesQuery = z.strictObject({
  take: z
    .string()
    .max(2000)
    .refine((text) => /^(v\d{1,9}(,v\d{1,9}){0,99})?$/.test(text), {
      params: { expected: { zh: '应为用逗号隔开的办理编号', en: 'visits, with commas between' } },
    })
    .default('')
    .meta({ description: 'What is taken away, with commas between; left out, the first that stands somewhere.' }),
});
export const jumpCase = z.strictObject({
  request,
  take: z.array(visit).max(100),
  to: z.strictObject({ element, scope: z.union([scopeId, z.literal('fresh')]) }),
  reason: words.min(1),
});
export const reopenCase = z.strictObject({ request, at: element, reason: words.min(1) });
export const addSigners = z.strictObject({
  request,
  host: visit,
  items: z.array(key).max(100).default([]),
  more: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'How many more, where the list is of numbers and not of people or units.' }),
  where: z.enum(['next', 'last']).default('last').meta({ description: 'In turn: whether they come next or last.' }),
  reason: words.min(1),
});
export const removeSigner = z.strictObject({ request, visit, reason: words.min(1) });
export const beginStep = z.strictObject({ request, scope: scopeId, element });
export const concludeSteps = z.strictObject({ request, scope: scopeId, reason: words.min(1) });
export const bringMessage = z.strictObject({
  request,
  name: z.string().min(1).max(200).meta({ description: 'The name that the diagrams give the message.' }),
  key: json
    .optional()
    .meta({ description: 'The value by which the case that waits for it is found; without one, whoever waits for the name.' }),
  payload: z
    .record(z.string().min(1).max(80), json)
    .default({})
    .meta({ description: 'What it carries; only what the diagram names is taken in.' }),
  keepFor: z
    .string()
    .refine((text) => durationIn(text) !== undefined, {
      params: { expected: { zh: '应为时长，如 P3D（三天）', en: 'a duration such as P3D' } },
    })
    .optional()
    .meta({ description: 'How long it is kept where nobody waits for it yet, as an ISO 8601 duration; 30 days, and not at all for PT0S.' }),
});
export const resendMessage = z.strictObject({ request, message: z.string().min(1).max(100) });
export const stopLimit = z.strictObject({ request, limit: z.string().min(1).max(200), reason: words.min(1) });
export const saveDraft = z.strictObject({ values: z.record(key, json) });
export const startCase = z.strictObject({ request, flow: key, unit: key.optional(), values: z.record(key, json) });

const hold = z
  .string()
  .regex(/^[\w-]{8,80}$/)
  .meta({ description: 'A secret of the tab that draws.' });
const counted = z.number().int().min(0);
/** Its bytes are counted by the office, which says so in words of its own. */
const xml = z.string().min(1);
export const drawingQuery = z.strictObject({ hold: hold.optional() });
export const holdDrawing = z.strictObject({ hold, takeOver: z.boolean() });
export const saveDrawing = z.strictObject({ hold, revision: counted, xml, release: z.boolean().optional() });
export const ownDrawing = z.strictObject({ hold });
export const keepDrawing = z.strictObject({ hold, words: z.string().trim().min(1).max(100) });
export const publishDrawing = z.strictObject({
  request,
  hold,
  revision: counted,
  latest: counted,
  note: z.string().max(2000),
  effectiveFrom: z.iso.datetime({ offset: true }).nullable(),
});
export const newFlow = z.strictObject({ request, name: z.string().max(200), xml: xml.optional() });
