import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { id, refuse, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { DemoPerson, Session, SignIn } from '../contract.ts';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { demoSignIn, passwordSignIn, setUp } from '../http/schemas.ts';
import { cookieOf, tokenIn } from './cookie.ts';
import type { Sessions } from './sessions.ts';

const WRONG = refuse('wrongPassword', 'password', { zh: '姓名或密码不正确', en: 'The name or the password is wrong' });
const MANY = refuse('tooManyTries', 'sign-in', { zh: '尝试次数过多，请一分钟后再试', en: 'Too many tries; wait a minute' });

/** The set-up token of a first start; null once somebody can sign in. */
export const newSetUpToken = async (sessions: Sessions): Promise<string | null> =>
  (await sessions.hasAccounts()) ? null : randomBytes(12).toString('hex');

/** Signing in and out. The pick-a-person routes exist only in the demo. */
export function signInRoutes(
  router: Router,
  about: { readonly office: Office; readonly sessions: Sessions; readonly demo: boolean; readonly token: string | null },
): void {
  const { office, sessions, demo } = about;
  let token = about.token;
  const limited = rateLimit({
    windowMs: 60_000,
    limit: 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => sendProblem(response, MANY),
  });
  const begin = async (request: Request, response: Response, person: string): Promise<void> => {
    response.setHeader('Set-Cookie', cookieOf(await sessions.begin(person), request.secure));
    response.status(204).end();
  };
  const personOf = async (name: string): Promise<PersonId | undefined> => {
    const { people } = await office.organization();
    return people.find((person) => person.active && (person.id === name || person.name.zh === name))?.id;
  };

  router.get('/api/sign-in', async (_request, response) => {
    const value: SignIn = { demo, setUpNeeded: !demo && token !== null, office: (await office.organization()).name };
    response.json(value);
  });
  router.get('/api/session', async (request, response) => {
    const person = await sessions.personOf(tokenIn(request.headers.cookie));
    const organization = await office.organization();
    const found = organization.people.find((one) => one.id === person && one.active);
    if (!found) return sendProblem(response, refuse('signInNeeded', 'session', { zh: '请先登录', en: 'Sign in first' }));
    const posts = found.posts.map((held) => organization.posts.find((post) => post.id === held.post)?.name ?? { zh: held.post });
    const value: Session = { person: { id: found.id, name: found.name }, posts, roles: found.roles, demo, office: organization.name };
    response.json(value);
  });
  router.delete('/api/session', async (request, response) => {
    const mine = tokenIn(request.headers.cookie);
    if (mine) await sessions.end(mine);
    response.setHeader('Set-Cookie', cookieOf('', request.secure));
    response.status(204).end();
  });
  router.post('/api/session', limited, async (request, response) => {
    const given = checked(passwordSignIn, request.body);
    if (!given.ok) return sendProblem(response, given);
    const person = await personOf(given.value.name);
    const account = person && (await sessions.account(person));
    // Unknown names take as long as wrong passwords.
    const right = await verify(account?.password ?? (await DECOY), given.value.password).catch(() => false);
    if (!account || !right) return sendProblem(response, WRONG);
    await begin(request, response, account.person);
  });
  router.post('/api/set-up', limited, async (request, response) => {
    const given = checked(setUp, request.body);
    if (!given.ok) return sendProblem(response, given);
    const person = await personOf(given.value.person);
    if (token === null || given.value.token !== token || !person)
      return sendProblem(
        response,
        refuse('notAllowed', 'token', {
          zh: '启动令牌不正确，请查看服务器首次启动时打印的内容',
          en: 'That is not the token that the server printed at its first start',
        }),
      );
    await sessions.setAccount({ person, password: await hash(given.value.password) });
    token = null;
    await begin(request, response, person);
  });
  if (demo) demoRoutes(router, { office, begin });
}

const DECOY = hash(randomBytes(16).toString('hex'));

function demoRoutes(
  router: Router,
  about: { readonly office: Office; readonly begin: (request: Request, response: Response, person: string) => Promise<void> },
): void {
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
    const person = people.find((one) => one.id === id<'person'>(given.value.person) && one.active);
    if (!person) return sendProblem(response, refuse('notFound', '', { zh: '没有这个人', en: 'There is no such person' }));
    await about.begin(request, response, person.id);
  });
}
