import { z } from 'zod';
import * as answers from '../http/answers.ts';
import type { Described } from '../http/route.ts';
import { acceptInvitation, changePassword, demoSignIn, passwordSignIn, setUp } from '../http/schemas.ts';

const SIGNED_IN = { asks: null, answers: null, status: 204, open: true } as const;

/** Signing in and the accounts, as the OpenAPI document tells them. */
export const signInDescribed = (demo: boolean): readonly Described[] => [
  { method: 'get', path: '/api/sign-in', summary: 'What the sign-in page must know', asks: null, answers: answers.signIn, open: true },
  { method: 'get', path: '/api/session', summary: 'Who is signed in', asks: null, answers: answers.session },
  { ...SIGNED_IN, method: 'post', path: '/api/session', summary: 'Sign in with a password', asks: passwordSignIn },
  { ...SIGNED_IN, method: 'delete', path: '/api/session', summary: 'Sign out' },
  { ...SIGNED_IN, method: 'post', path: '/api/set-up', summary: 'The first account, with the printed token', asks: setUp },
  { ...SIGNED_IN, method: 'post', path: '/api/invitation', summary: 'Choose a password by invitation', asks: acceptInvitation },
  { method: 'put', path: '/api/me/password', summary: 'Choose a new password', asks: changePassword, answers: null, status: 204 },
  { method: 'get', path: '/api/accounts', summary: 'Who can sign in (administrator)', asks: null, answers: answers.accounts },
  {
    method: 'post',
    path: '/api/accounts/:person/invitation',
    summary: 'Invite somebody to choose a password, or a new one (administrator)',
    asks: null,
    answers: answers.invitation,
    status: 201,
  },
  { method: 'delete', path: '/api/accounts/:person', summary: 'End an account (administrator)', asks: null, answers: null, status: 204 },
  ...(demo
    ? ([
        { method: 'get', path: '/api/demo/people', summary: 'Whom one can be', asks: null, answers: answers.demoPeople, open: true },
        { ...SIGNED_IN, method: 'post', path: '/api/demo/session', summary: 'Be somebody', asks: demoSignIn },
      ] as const)
    : []),
];

const form = z.object({ file: z.string().meta({ format: 'binary' }) });

/** Files, health and the document itself. */
export const OTHERS: readonly Described[] = [
  {
    method: 'post',
    path: '/api/files',
    summary: 'Upload a file',
    asks: form,
    takes: 'multipart/form-data',
    answers: answers.file,
    status: 201,
  },
  { method: 'get', path: '/api/files/:file', summary: 'Download a file', asks: null },
  { method: 'get', path: '/api/health', summary: 'Whether the server and its store work', asks: null, answers: answers.health, open: true },
  { method: 'get', path: '/api/openapi.json', summary: 'This document', asks: null, open: true },
];
