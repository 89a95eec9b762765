import { caseAndVisit, id, refuse, type Answer, type Office, type PersonId, type TaskId } from '@guicheng/runtime';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { checked } from './checked.ts';
import { sendProblem } from './problem.ts';
import * as schemas from './schemas.ts';

/** What a route's answer is made of: who asks, the checked input, and the names in its path. */
interface Asked<Input> {
  readonly office: Office;
  readonly who: PersonId;
  readonly input: Input;
  readonly path: { readonly [name: string]: string };
}

/** One route: the same entry serves the request and the OpenAPI document. */
export interface Route {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  handle(office: Office, who: PersonId, request: Request): Promise<Answer<unknown>>;
}

function route<Input>(
  about: { readonly method: Route['method']; readonly path: string; readonly summary: string; readonly schema: z.ZodType<Input> },
  answer: (asked: Asked<Input>) => Promise<Answer<unknown>>,
): Route {
  return {
    ...about,
    async handle(office, who, request) {
      const given = checked(about.schema, about.method === 'get' ? request.query : request.body);
      return given.ok ? answer({ office, who, input: given.value, path: request.params as { readonly [name: string]: string } }) : given;
    },
  };
}

const { noQuery } = schemas;
const taskOf = (path: { readonly [name: string]: string }): TaskId => id(path['task'] ?? '');

/** A number that the asker may leave out is left out, not undefined. */
const given = <Input extends object>(input: Input): { [Key in keyof Input]: Exclude<Input[Key], undefined> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Input]: Exclude<Input[Key], undefined>;
  };

/** Everything that can be asked of the office over HTTP, but signing in and files. */
export const ROUTES: readonly Route[] = [
  route(
    { method: 'get', path: '/api/tasks', summary: 'The board: 待办, 待阅, 已办', schema: schemas.taskQuery },
    ({ office, who, input }) => office.tasks(who, given(input)),
  ),
  route({ method: 'get', path: '/api/tasks/:task', summary: 'One task with its form', schema: noQuery }, ({ office, who, path }) =>
    office.task(who, taskOf(path)),
  ),
  route(
    { method: 'get', path: '/api/tasks/:task/returns', summary: 'Where it may be sent back to', schema: noQuery },
    ({ office, who, path }) => office.returns(who, taskOf(path)),
  ),
  route({ method: 'post', path: '/api/tasks/:task/take', summary: '签收', schema: schemas.plain }, ({ office, who, input, path }) =>
    office.takeTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/release', summary: 'Give back what was signed for', schema: schemas.plain },
    ({ office, who, input, path }) => office.releaseTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/complete', summary: '办理', schema: schemas.completeTask },
    ({ office, who, input, path }) =>
      office.completeTask(who, taskOf(path), {
        ...given(input),
        values: Object.fromEntries(Object.entries(input.values).map(([field, value]) => [field, given(value)])),
      } as Parameters<Office['completeTask']>[2]),
  ),
  route({ method: 'post', path: '/api/tasks/:task/return', summary: '退回', schema: schemas.returnTask }, ({ office, who, input, path }) =>
    office.returnTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/withdraw', summary: '撤回', schema: schemas.withdrawTask },
    ({ office, who, input, path }) => office.withdrawTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/reassign', summary: '转办', schema: schemas.reassignTask },
    ({ office, who, input, path }) => office.reassignTask(who, taskOf(path), input),
  ),
  route({ method: 'post', path: '/api/tasks/:task/urge', summary: '催办', schema: schemas.urgeTask }, ({ office, who, input, path }) =>
    office.urgeTask(who, taskOf(path), input),
  ),
  route(
    { method: 'put', path: '/api/tasks/:task/draft', summary: 'Keep a half-filled form', schema: schemas.saveDraft },
    ({ office, who, input, path }) => office.saveDraft(who, { task: taskOf(path) }, input.values),
  ),
  route(
    { method: 'put', path: '/api/flows/:flow/draft', summary: 'Keep a half-filled start form', schema: schemas.saveDraft },
    ({ office, who, input, path }) => office.saveDraft(who, { flow: path['flow'] ?? '' }, input.values),
  ),
  route({ method: 'get', path: '/api/flows', summary: 'The shelf of flows', schema: noQuery }, ({ office, who }) => office.flows(who)),
  route(
    { method: 'get', path: '/api/flows/:flow', summary: 'One flow with its diagram', schema: schemas.versionQuery },
    ({ office, who, input, path }) => office.flow(who, path['flow'] ?? '', input.version),
  ),
  route({ method: 'get', path: '/api/flows/:flow/start', summary: 'The form that starts it', schema: noQuery }, ({ office, who, path }) =>
    office.startForm(who, path['flow'] ?? ''),
  ),
  route({ method: 'post', path: '/api/cases', summary: 'Start a case', schema: schemas.startCase }, ({ office, who, input }) =>
    office.startCase(who, input),
  ),
  route(
    { method: 'get', path: '/api/cases', summary: 'Cases: 我发起, or all that may be read', schema: schemas.caseQuery },
    ({ office, who, input }) => office.cases(who, given(input)),
  ),
  route({ method: 'get', path: '/api/cases/:case', summary: 'One case', schema: noQuery }, ({ office, who, path }) =>
    office.case(who, id(path['case'] ?? '')),
  ),
  route(
    { method: 'get', path: '/api/cases/:case/timeline', summary: 'What happened, in words', schema: noQuery },
    ({ office, who, path }) => office.timeline(who, id(path['case'] ?? '')),
  ),
  route(
    { method: 'get', path: '/api/cases/:case/diagram', summary: 'The diagrams it runs on, with the way it went', schema: noQuery },
    ({ office, who, path }) => office.diagrams(who, id(path['case'] ?? '')),
  ),
  route({ method: 'get', path: '/api/search', summary: 'Find cases', schema: schemas.searchQuery }, ({ office, who, input }) =>
    office.search(who, input.q),
  ),
  route({ method: 'get', path: '/api/people', summary: 'People, for pickers', schema: schemas.peopleQuery }, ({ office, who, input }) =>
    office.people(who, input.q),
  ),
  route({ method: 'get', path: '/api/units', summary: 'Units, for pickers', schema: noQuery }, ({ office, who }) => office.units(who)),
  route({ method: 'get', path: '/api/me/counts', summary: 'Badges', schema: noQuery }, ({ office, who }) => office.counts(who)),
  route(
    { method: 'get', path: '/api/me/changes', summary: 'What changed since a cursor', schema: schemas.changesQuery },
    ({ office, who, input }) => office.changes(who, input.since),
  ),
];

const SIGN_IN = refuse('signInNeeded', 'session', { zh: '请先登录', en: 'Sign in first' });

/** Serves one route to whoever is signed in. An id that cannot be one is answered like one that is unknown. */
export const serve =
  (office: Office, whoAsks: (request: Request) => Promise<PersonId | undefined>, one: Route) =>
  async (request: Request, response: Response) => {
    const who = await whoAsks(request);
    if (!who) return sendProblem(response, SIGN_IN);
    const task = request.params['task'];
    if (task !== undefined && !caseAndVisit(String(task)))
      return sendProblem(
        response,
        refuse('notFound', '', { zh: '没有这项内容，或者您无权查看', en: 'There is no such thing, or it is not for you to see' }),
      );
    const answer = await one.handle(office, who, request);
    if (!answer.ok) return sendProblem(response, answer);
    response.json(answer.value);
  };
