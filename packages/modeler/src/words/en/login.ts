import type { login as zh } from '../zh/login.ts';
import type { English } from '../english.ts';

/** Words of signing in, in English. */
export const login: English<typeof zh> = {
  chosenByPick: 'Demo: sign in as somebody',
  name: 'Name',
  password: 'Password',
  signIn: 'Sign in',
  setUp: 'First start',
  token: 'Set-up token',
};
