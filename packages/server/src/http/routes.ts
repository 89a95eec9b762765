import { id, type Office, type TaskId } from '@guicheng/runtime';
import * as answers from './answers.ts';
import { DRAWING_ROUTES } from './drawingRoutes.ts';
import { given } from './given.ts';
import { MIGRATION_ROUTES } from './migrationRoutes.ts';
import { MOVE_ROUTES } from './moveRoutes.ts';
import { keepSettings, readSettings } from './personalSettings.ts';
import { route, type Route } from './route.ts';
import * as schemas from './schemas.ts';

const { noQuery } = schemas;
const taskOf = (path: { readonly [name: string]: string }): TaskId => id(path['task'] ?? '');

/** Everything that can be asked of the office over HTTP, but signing in and files. */
export const ROUTES: readonly Route[] = [
  route(
    { method: 'get', path: '/api/tasks', answers: answers.taskCards, summary: 'The board: 待办, 待阅, 已办', asks: schemas.taskQuery },
    ({ office, who, input }) => office.tasks(who, given(input)),
  ),
  route({ method: 'get', path: '/api/tasks/:task', summary: 'One task with its form', asks: noQuery }, ({ office, who, path }) =>
    office.task(who, taskOf(path)),
  ),
  route(
    {
      method: 'get',
      path: '/api/tasks/:task/returns',
      answers: answers.returnTargets,
      summary: 'Where it may be sent back to',
      asks: noQuery,
    },
    ({ office, who, path }) => office.returns(who, taskOf(path)),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/take', answers: answers.done, summary: '签收', asks: schemas.plain },
    ({ office, who, input, path }) => office.takeTask(who, taskOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/tasks/:task/release',
      answers: answers.done,
      summary: 'Give back what was signed for',
      asks: schemas.plain,
    },
    ({ office, who, input, path }) => office.releaseTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/complete', answers: answers.done, summary: '办理', asks: schemas.completeTask },
    ({ office, who, input, path }) =>
      office.completeTask(who, taskOf(path), {
        ...given(input),
        values: Object.fromEntries(Object.entries(input.values).map(([field, value]) => [field, given(value)])),
      } as Parameters<Office['completeTask']>[2]),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/return', answers: answers.done, summary: '退回', asks: schemas.returnTask },
    ({ office, who, input, path }) => office.returnTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/withdraw', answers: answers.done, summary: '撤回', asks: schemas.withdrawTask },
    ({ office, who, input, path }) => office.withdrawTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/reassign', answers: answers.done, summary: '转办', asks: schemas.reassignTask },
    ({ office, who, input, path }) => office.reassignTask(who, taskOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/tasks/:task/urge', answers: answers.done, summary: '催办', asks: schemas.urgeTask },
    ({ office, who, input, path }) => office.urgeTask(who, taskOf(path), input),
  ),
  route(
    { method: 'put', path: '/api/tasks/:task/draft', answers: answers.saved, summary: 'Keep a half-filled form', asks: schemas.saveDraft },
    ({ office, who, input, path }) => office.saveDraft(who, { task: taskOf(path) }, input.values),
  ),
  route(
    {
      method: 'put',
      path: '/api/flows/:flow/draft',
      answers: answers.saved,
      summary: 'Keep a half-filled start form',
      asks: schemas.saveDraft,
    },
    ({ office, who, input, path }) => office.saveDraft(who, { flow: path['flow'] ?? '' }, input.values),
  ),
  route(
    { method: 'get', path: '/api/flows', answers: answers.flowCards, summary: 'The shelf of flows', asks: noQuery },
    ({ office, who }) => office.flows(who),
  ),
  route(
    { method: 'get', path: '/api/flows/:flow', summary: 'One flow with its diagram', asks: schemas.versionQuery },
    ({ office, who, input, path }) => office.flow(who, path['flow'] ?? '', input.version),
  ),
  ...DRAWING_ROUTES,
  ...MIGRATION_ROUTES,
  route({ method: 'get', path: '/api/flows/:flow/start', summary: 'The form that starts it', asks: noQuery }, ({ office, who, path }) =>
    office.startForm(who, path['flow'] ?? ''),
  ),
  route(
    { method: 'post', path: '/api/cases', answers: answers.done, summary: 'Start a case', asks: schemas.startCase },
    ({ office, who, input }) => office.startCase(who, input),
  ),
  route(
    {
      method: 'get',
      path: '/api/cases',
      answers: answers.caseCards,
      summary: 'Cases: 我发起, or all that may be read',
      asks: schemas.caseQuery,
    },
    ({ office, who, input }) => office.cases(who, given(input)),
  ),
  route(
    {
      method: 'post',
      path: '/api/messages',
      answers: answers.brought,
      summary: 'A message from outside, to the case that waits for it or to begin a flow; kept where it comes early',
      asks: schemas.bringMessage,
    },
    ({ office, who, input }) => office.bringMessage(who, input),
  ),
  route(
    {
      method: 'post',
      path: '/api/cases/:case/resend',
      answers: answers.done,
      summary: 'Send a message again that could not be delivered',
      asks: schemas.resendMessage,
    },
    ({ office, who, input, path }) => office.resendMessage(who, id(path['case'] ?? ''), input),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/cancel', answers: answers.done, summary: '撤销办件', asks: schemas.cancelCase },
    ({ office, who, input, path }) => office.cancelCase(who, id(path['case'] ?? ''), input),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/stop', answers: answers.done, summary: '停止计时', asks: schemas.stopLimit },
    ({ office, who, input, path }) => office.stopLimit(who, id(path['case'] ?? ''), input),
  ),
  ...MOVE_ROUTES,
  route({ method: 'get', path: '/api/cases/:case', summary: 'One case', asks: noQuery }, ({ office, who, path }) =>
    office.case(who, id(path['case'] ?? '')),
  ),
  route(
    { method: 'get', path: '/api/cases/:case/timeline', answers: answers.timeline, summary: 'What happened, in words', asks: noQuery },
    ({ office, who, path }) => office.timeline(who, id(path['case'] ?? '')),
  ),
  route(
    { method: 'get', path: '/api/cases/:case/diagram', summary: 'The diagrams it runs on, with the way it went', asks: noQuery },
    ({ office, who, path }) => office.diagrams(who, id(path['case'] ?? '')),
  ),
  route(
    { method: 'get', path: '/api/search', answers: answers.found, summary: 'Find cases', asks: schemas.searchQuery },
    ({ office, who, input }) => office.search(who, input.q),
  ),
  route(
    { method: 'get', path: '/api/people', answers: answers.people, summary: 'People, for pickers', asks: schemas.peopleQuery },
    ({ office, who, input }) => office.people(who, input.q),
  ),
  route({ method: 'get', path: '/api/units', answers: answers.units, summary: 'Units, for pickers', asks: noQuery }, ({ office, who }) =>
    office.units(who),
  ),
  route({ method: 'get', path: '/api/me/counts', answers: answers.counts, summary: 'Badges', asks: noQuery }, ({ office, who }) =>
    office.counts(who),
  ),
  route(
    {
      method: 'get',
      path: '/api/me/changes',
      answers: answers.changes,
      summary: 'What changed since a cursor',
      asks: schemas.changesQuery,
    },
    ({ office, who, input }) => office.changes(who, input.since),
  ),
  route(
    { method: 'get', path: '/api/me/settings', summary: 'Personal settings', asks: noQuery, answers: schemas.personalSettings },
    readSettings,
  ),
  route(
    {
      method: 'put',
      path: '/api/me/settings',
      summary: 'Keep personal settings',
      asks: schemas.personalSettings,
      answers: schemas.personalSettings,
    },
    keepSettings,
  ),
];
