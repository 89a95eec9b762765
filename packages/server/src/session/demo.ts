import { refuse, type Office } from '@guicheng/runtime';
import type { Router } from 'express';
import type { DemoPerson } from '../contract.ts';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { demoSignIn } from '../http/schemas.ts';
import type { Sessions } from './sessions.ts';
import { begin } from './signIn.ts';

/** Signing in by picking a person: routes that exist only in the demo. */
export function demoRoutes(router: Router, about: { readonly office: Office; readonly sessions: Sessions }): void {
  router.get('/api/demo/people', async (_request, response) => {
    const { people, posts, units } = await about.office.organization();
    const value: readonly DemoPerson[] = people
      .filter((person) => person.active)
      .map((person) => ({
        id: person.id,
        name: person.name,
        unit: units.find((unit) => unit.id === person.posts[0]?.unit)?.name ?? { zh: '' },
        posts: person.posts.map((held) => posts.find((post) => post.id === held.post)?.name ?? { zh: held.post }),
      }));
    response.json(value);
  });
  router.post('/api/demo/session', async (request, response) => {
    const given = checked(demoSignIn, request.body);
    if (!given.ok) return sendProblem(response, given);
    const { people } = await about.office.organization();
    const person = people.find((one) => one.id === given.value.person && one.active);
    if (!person) return sendProblem(response, refuse('notFound', '', { zh: '没有这个人', en: 'There is no such person' }));
    await begin(about.sessions, person.id, { request, response });
  });
}
