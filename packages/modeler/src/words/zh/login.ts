/** Words of signing in, in Chinese. */
export const login = {
  chosenByPick: '演示：选一个人登录',
  name: '姓名',
  password: '密码',
  signIn: '登录',
  setUp: '首次启动',
  token: '启动令牌',
} as const;
