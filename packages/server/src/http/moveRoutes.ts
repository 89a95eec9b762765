import { id, type CaseId, type Office } from '@guicheng/runtime';
import { done } from './answers.ts';
import { given } from './given.ts';
import { places, startable } from './moveAnswers.ts';
import { route, type Route } from './route.ts';
import * as schemas from './schemas.ts';

const caseOf = (path: { readonly [name: string]: string }): CaseId => id(path['case'] ?? '');

/** What people do to a case beside doing its steps: to what stands still, to where it is, to who is asked. */
export const MOVE_ROUTES: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/cases/:case/retry',
      answers: done,
      summary: '再试一次: what stands still is tried again, with other values where some are given',
      asks: schemas.retryIncident,
    },
    ({ office, who, input, path }) =>
      office.retryIncident(who, caseOf(path), {
        ...input,
        values: Object.fromEntries(Object.entries(input.values).map(([field, value]) => [field, given(value)])),
      } as Parameters<Office['retryIncident']>[2]),
  ),
  route(
    {
      method: 'post',
      path: '/api/cases/:case/skip',
      answers: done,
      summary: '跳过这一步: goes on as if what stands still had been done',
      asks: schemas.skipIncident,
    },
    ({ office, who, input, path }) => office.skipIncident(who, caseOf(path), given(input)),
  ),
  route(
    {
      method: 'get',
      path: '/api/cases/:case/places',
      answers: places,
      summary: 'Where it may be moved to, or be woken once it has ended, with the reason for each step that is no such place',
      asks: schemas.placesQuery,
    },
    ({ office, who, input, path }) => office.places(who, caseOf(path), input.take === '' ? [] : input.take.split(',')),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/jump', answers: done, summary: '跳转', asks: schemas.jumpCase },
    ({ office, who, input, path }) => office.jumpCase(who, caseOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/reopen', answers: done, summary: '唤醒', asks: schemas.reopenCase },
    ({ office, who, input, path }) => office.reopenCase(who, caseOf(path), input),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/signers', answers: done, summary: '加签', asks: schemas.addSigners },
    ({ office, who, input, path }) => office.addSigners(who, caseOf(path), given(input)),
  ),
  route(
    { method: 'post', path: '/api/cases/:case/signers/remove', answers: done, summary: '减签', asks: schemas.removeSigner },
    ({ office, who, input, path }) => office.removeSigner(who, caseOf(path), input),
  ),
  route(
    {
      method: 'get',
      path: '/api/me/startable',
      answers: startable,
      summary: '可以随时做的: what the asker may begin at any time in ad-hoc sub-processes',
      asks: schemas.noQuery,
    },
    ({ office, who }) => office.startable(who),
  ),
  route(
    {
      method: 'post',
      path: '/api/cases/:case/begin',
      answers: done,
      summary: '可以开始的工作: begins a step of an ad-hoc sub-process',
      asks: schemas.beginStep,
    },
    ({ office, who, input, path }) => office.beginStep(who, caseOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/cases/:case/conclude',
      answers: done,
      summary: 'Says that an ad-hoc sub-process is done',
      asks: schemas.concludeSteps,
    },
    ({ office, who, input, path }) => office.concludeSteps(who, caseOf(path), input),
  ),
];
