import { refuse } from '@guicheng/runtime';
import type { Router } from 'express';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { SIGN_IN, type WhoAsks } from '../http/route.ts';
import { changePassword } from '../http/schemas.ts';
import type { Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';
import { begin, limited } from './signIn.ts';

const WRONG = refuse('wrongPassword', 'old', { zh: '原密码不正确', en: 'The old password is wrong' });

/** PUT /api/me/password: whoever knows the old one chooses a new one; all other sessions of theirs are over. */
export function ownPasswordRoute(
  router: Router,
  { accounts, sessions, whoAsks }: { readonly accounts: Accounts; readonly sessions: Sessions; readonly whoAsks: WhoAsks },
): void {
  router.put('/api/me/password', limited(), async (request, response) => {
    const who = await whoAsks(request);
    if (!who) return sendProblem(response, SIGN_IN);
    const given = checked(changePassword, request.body);
    if (!given.ok) return sendProblem(response, given);
    if (!(await accounts.isRight(who, given.value.old))) return sendProblem(response, WRONG);
    await accounts.setPassword(who, given.value.password);
    await sessions.endAll(who);
    await begin(sessions, who, { request, response });
  });
}
