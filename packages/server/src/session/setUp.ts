import { refuse, type Office } from '@guicheng/runtime';
import type { Router } from 'express';
import { checked } from '../http/checked.ts';
import { sendProblem } from '../http/problem.ts';
import { setUp } from '../http/schemas.ts';
import { sameSecret, type Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';
import { begin, limited, personNamed } from './signIn.ts';

const WRONG_TOKEN = refuse('notAllowed', 'token', {
  zh: '启动令牌不正确，请查看服务器首次启动时打印的内容',
  en: 'That is not the token that the server printed at its first start',
});

/** The set-up of a first start: with the printed token an administrator chooses a password. Returns whether it is still to be done. */
export function setUpRoute(
  router: Router,
  about: { readonly office: Office; readonly accounts: Accounts; readonly sessions: Sessions; readonly token: string | null },
): () => boolean {
  const { office, accounts, sessions } = about;
  let { token } = about;
  router.post('/api/set-up', limited(), async (request, response) => {
    const given = checked(setUp, request.body);
    if (!given.ok) return sendProblem(response, given);
    if (token === null || !sameSecret(given.value.token, token)) return sendProblem(response, WRONG_TOKEN);
    const person = await personNamed(office, given.value.person);
    const administrators = (await office.organization()).people.filter((one) => one.active && one.roles.includes('administrator'));
    // Whoever comes first lets the others in: were it not an administrator, nobody else ever could sign in.
    if (!person || (administrators.length > 0 && !administrators.some((one) => one.id === person))) {
      const names = { zh: administrators.map((one) => one.name.zh), en: administrators.map((one) => one.name.en ?? one.name.zh) };
      return sendProblem(
        response,
        refuse('notAllowed', 'person', {
          zh: `首个账号应为系统管理员：${names.zh.join('、')}`,
          en: `The first account is an administrator's: ${names.en.join(', ')}`,
        }),
      );
    }
    token = null;
    await accounts.setPassword(person, given.value.password);
    await begin(sessions, person, { request, response });
  });
  return () => token !== null;
}
