import type { Office } from '@guicheng/runtime';

/** Whether this person is still of the office: whoever left is signed out wherever they were signed in. */
export const isActive = async (office: Office, person: string): Promise<boolean> =>
  (await office.organization()).people.some((one) => one.id === person && one.active);
