import type { Role } from '../../organization/model.ts';
import { refuse, type Refused } from '../../words/refusal.ts';

/** Whose office it is to see to cases that stand still, and to move cases about: process owners, in the cases that they may read. */
export const looksAfter = (roles: readonly Role[]): boolean => roles.includes('processOwner');

/** What anybody else hears who may read the case. */
export const forOwners = (title: string): Refused =>
  refuse('notAllowed', title, {
    zh: '只有流程管理员可以这样调整办件',
    en: 'Only process owners adjust a case in this way',
  });
