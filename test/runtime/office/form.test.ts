import { describe, expect, test } from '@jest/globals';
import type { Feel } from '../../../packages/runtime/src/words/ids.ts';
import { formFields } from '../../../packages/runtime/src/office/reads/form.ts';
import { conditionsAt } from '../../../packages/runtime/src/form/conditionsAt.ts';
import { shownFields } from '../../../packages/runtime/src/form/shownFields.ts';
import { field, form } from '../form/form.ts';
import { office } from '../organization/office.ts';

describe('a form as the browser gets it', () => {
  test('given a condition on what the step does not show, when the page is made, then that value comes along, and only that', async () => {
    const step = form(
      field('copies', 'number'),
      field('docNo', 'text', { showWhen: 'sealKind = "issued" and copies > 1 and decision = "agree"' as Feel }),
    );
    const fields = formFields(
      office(),
      { ...step, decision: { key: 'decision' } },
      { sealKind: 'issued', secret: '不给看', decision: 'old' },
    );
    expect(fields.map((one) => one.given)).toEqual([undefined, { sealKind: 'issued' }]);
    const holds = await conditionsAt('2026-11-24T01:00:00.000Z');
    const shown = (copies: number, outcome: string) =>
      [...shownFields({ fields, decision: { key: 'decision' } }, { values: { copies }, outcome }, holds)].join(' ');
    expect(shown(2, 'agree')).toBe('copies docNo');
    expect(shown(1, 'agree')).toBe('copies');
    expect(shown(2, 'refuse')).toBe('copies');
  });
});
