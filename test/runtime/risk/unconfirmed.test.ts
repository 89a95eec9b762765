import { describe, expect, it } from '@jest/globals';
import type { Risk } from '../../../packages/runtime/src/diagram/office.ts';
import { unconfirmed } from '../../../packages/runtime/src/risk/unconfirmed.ts';

const risk = (id: string, confirm: boolean): Risk => ({
  id,
  level: 1,
  risk: { zh: '风险' },
  control: { zh: '措施' },
  post: 'director',
  confirm,
});
const risks = [risk('scope', true), risk('custody', true), risk('format', false)];

describe('risk controls before completing', () => {
  it('those to be confirmed are open until they are ticked', () => {
    expect(unconfirmed(risks, ['scope']).map((open) => open.id)).toEqual(['custody']);
    expect(unconfirmed(risks, ['custody', 'scope'])).toEqual([]);
  });

  it('a tick that belongs to nothing confirms nothing', () => {
    expect(unconfirmed(risks, ['format', 'other'])).toHaveLength(2);
  });
});
