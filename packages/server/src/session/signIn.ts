import { refuse, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response, Router } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Session, SignIn } from '../contract.ts';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { SIGN_IN } from '../http/route.ts';
import { passwordSignIn } from '../http/schemas.ts';
import type { Accounts } from './accounts.ts';
import { cookieOf, tokenIn } from './cookie.ts';
import type { Sessions } from './sessions.ts';

const WRONG = refuse('wrongPassword', 'password', { zh: '姓名或密码不正确', en: 'The name or the password is wrong' });
const MANY = refuse('tooManyTries', 'sign-in', { zh: '尝试次数过多，请一分钟后再试', en: 'Too many tries; wait a minute' });

/** What signing in is made of. */
export interface Door {
  readonly office: Office;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly demo: boolean;
  /** Whether somebody has yet to use the token that the server printed. */
  setUpNeeded(): boolean;
}

/**
 * At most so many failures a minute under one key, the client's address where no other is given. What goes well is not counted, so that
 * an office behind one address can come to work.
 */
export const limited = (limit = 10, key: (request: Request, address: string) => string = (_, address) => address) =>
  rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator: (request) => key(request, ipKeyGenerator(request.ip ?? '')),
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (_request, response) => sendProblem(response, MANY),
  });

/** Whoever mistypes keeps nobody else at the same address out. */
const byName = (request: Request, address: string): string => {
  const { name } = (request.body ?? {}) as { readonly name?: unknown };
  return `${address} ${typeof name === 'string' ? name.slice(0, 80) : ''}`;
};

/** Signs somebody in on this browser. */
export async function begin(
  sessions: Sessions,
  person: string,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const before = tokenIn(request.headers.cookie);
  if (before) await sessions.end(before);
  response.setHeader('Set-Cookie', cookieOf(await sessions.begin(person), request.secure));
  response.status(204).end();
}

/** The active person of this id or Chinese name; undefined where there is none, or where two have the name. */
export async function personNamed(office: Office, name: string): Promise<PersonId | undefined> {
  const people = (await office.organization()).people.filter((person) => person.active);
  const named = people.filter((person) => person.name.zh === name);
  return people.find((person) => person.id === name)?.id ?? (named.length === 1 ? named[0]?.id : undefined);
}

/** Signing in with a password, signing out, and who is signed in. */
export function signInRoutes(router: Router, door: Door): void {
  const { office, sessions, accounts, demo } = door;
  router.get('/api/sign-in', async (_request, response) => {
    const value: SignIn = { demo, setUpNeeded: door.setUpNeeded(), office: (await office.organization()).name };
    response.json(value);
  });
  router.get('/api/session', async (request, response) => {
    const person = await sessions.personOf(tokenIn(request.headers.cookie));
    const organization = await office.organization();
    const found = organization.people.find((one) => one.id === person && one.active);
    if (!found) return sendProblem(response, SIGN_IN);
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
  router.post('/api/session', limited(100), limited(10, byName), async (request, response) => {
    const given = checked(passwordSignIn, request.body);
    if (!given.ok) return sendProblem(response, given);
    const person = await personNamed(office, given.value.name);
    const right = await accounts.isRight(person, given.value.password);
    if (!person || !right) return sendProblem(response, WRONG);
    await begin(sessions, person, { request, response });
  });
}
