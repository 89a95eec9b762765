import { refuse, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response, Router } from 'express';
import type { Logger } from 'pino';
import type { AccountRow, Invitation } from '../contract.ts';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { SIGN_IN, UNKNOWN, type WhoAsks } from '../http/route.ts';
import { acceptInvitation } from '../http/schemas.ts';
import type { Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';
import { begin, limited } from './signIn.ts';

const VOID = refuse('notAllowed', 'token', {
  zh: '邀请码不正确、已使用或已过期，请向系统管理员索取新的邀请码',
  en: 'This invitation is wrong, was used or is over; ask the administrator for a new one',
});
const ONESELF = refuse('notAllowed', 'person', {
  zh: '不能停用自己的账号，应由另一位系统管理员办理',
  en: 'Nobody ends their own account; another administrator does',
});

interface AccountParts {
  readonly office: Office;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly whoAsks: WhoAsks;
  readonly log: Logger;
}

/** Accounts are the administrator's alone; whoever else asks hears that there is no such thing. Each change stands in the log by name. */
export function accountRoutes(router: Router, parts: AccountParts): void {
  const { office, accounts, sessions, log } = parts;
  router.get('/api/accounts', async (request, response) => {
    if (!(await administrator(parts, request, response))) return;
    const { people, units } = await office.organization();
    const { active, invited } = await accounts.all();
    const value: readonly AccountRow[] = people
      .filter((person) => person.active)
      .map((person) => ({
        id: person.id,
        name: person.name,
        unit: units.find((unit) => unit.id === person.posts[0]?.unit)?.name ?? { zh: '' },
        roles: person.roles,
        account: active.has(person.id) ? 'active' : invited.has(person.id) ? 'invited' : 'none',
      }));
    response.json(value);
  });
  router.post('/api/accounts/:person/invitation', async (request, response) => {
    const by = await administrator(parts, request, response);
    if (!by) return;
    const person = await active(office, request.params['person']);
    if (!person) return sendProblem(response, UNKNOWN);
    const value: Invitation = await accounts.invite(person, by);
    log.info({ by, person }, 'invited to choose a password');
    response.status(201).json(value);
  });
  router.delete('/api/accounts/:person', async (request, response) => {
    const by = await administrator(parts, request, response);
    if (!by) return;
    const { person } = request.params;
    if (person === by) return sendProblem(response, ONESELF);
    if (!(await office.organization()).people.some((one) => one.id === person)) return sendProblem(response, UNKNOWN);
    await accounts.remove(person);
    await sessions.endAll(person);
    log.info({ by, person }, 'can no longer sign in');
    response.status(204).end();
  });
  router.post('/api/invitation', limited(), async (request, response) => {
    const given = checked(acceptInvitation, request.body);
    if (!given.ok) return sendProblem(response, given);
    const person = await active(office, await accounts.invited(given.value.token));
    if (!person) return sendProblem(response, VOID);
    await accounts.setPassword(person, given.value.password);
    // Whoever knew the old password is out.
    await sessions.endAll(person);
    log.info({ person }, 'chose a password');
    await begin(sessions, person, { request, response });
  });
}

/** The administrator who asks; anybody else has been answered already. */
async function administrator({ office, whoAsks }: AccountParts, request: Request, response: Response): Promise<PersonId | undefined> {
  const who = await whoAsks(request);
  const person = (await office.organization()).people.find((one) => one.id === who && one.active);
  if (person?.roles.includes('administrator')) return person.id;
  sendProblem(response, who ? UNKNOWN : SIGN_IN);
  return undefined;
}

const active = async (office: Office, person: string | undefined): Promise<PersonId | undefined> =>
  (await office.organization()).people.find((one) => one.id === person && one.active)?.id;
