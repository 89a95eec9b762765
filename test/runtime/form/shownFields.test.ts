import { describe, expect, it } from '@jest/globals';
import { conditionsAt } from '../../../packages/runtime/src/form/conditionsAt.ts';
import { type Conditional, shownFields, type Standing } from '../../../packages/runtime/src/form/shownFields.ts';

const shown = async (form: Conditional, standing: Standing) =>
  [...shownFields(form, standing, await conditionsAt('2026-11-24T01:00:00Z'))].join(' ');

describe('the fields that a form shows', () => {
  const seal: Conditional = { fields: [{ key: 'sealKind' }, { key: 'docNo', showWhen: 'sealKind = "issued"' }] };

  it('are those without a condition, and those whose condition plainly holds', async () => {
    expect(await shown(seal, { values: { sealKind: 'issued' } })).toBe('sealKind docNo');
    expect(await shown(seal, { values: { sealKind: 'other' } })).toBe('sealKind');
    expect(await shown(seal, { values: {} })).toBe('sealKind');
  });

  it('hang on the decision being taken: another button, another form; an earlier round’s decision does not count', async () => {
    const form: Conditional = { fields: [{ key: 'why', showWhen: 'decision = "refuse"' }], decision: { key: 'decision' } };
    expect(await shown(form, { values: {}, outcome: 'refuse' })).toBe('why');
    expect(await shown(form, { values: { decision: 'refuse' }, outcome: 'agree' })).toBe('');
    expect(await shown(form, { values: { decision: 'refuse' } })).toBe('');
  });

  it('do not hang on what stands in a field that is itself hidden', async () => {
    const form: Conditional = {
      fields: [{ key: 'reply' }, { key: 'by', showWhen: 'reply = true' }, { key: 'day', showWhen: 'by = "post"' }],
    };
    expect(await shown(form, { values: { reply: true, by: 'post' } })).toBe('reply by day');
    expect(await shown(form, { values: { reply: false, by: 'post' } })).toBe('reply');
  });

  it('hang on what the step does not show, where it was given along', async () => {
    const form: Conditional = { fields: [{ key: 'docNo', showWhen: 'sealKind = "issued"', given: { sealKind: 'issued' } }] };
    expect(await shown(form, { values: {} })).toBe('docNo');
  });

  it('are found for conditions that hide each other, too', async () => {
    const form: Conditional = {
      fields: [
        { key: 'a', showWhen: 'b = null' },
        { key: 'b', showWhen: 'a = null' },
      ],
    };
    expect(await shown(form, { values: { a: 1, b: 1 } })).toBeDefined();
  });

  it('may hang on the day', async () => {
    const form: Conditional = { fields: [{ key: 'late', showWhen: 'date(due) < today()' }] };
    expect(await shown(form, { values: { due: '2026-11-23' } })).toBe('late');
    expect(await shown(form, { values: { due: '2026-11-24' } })).toBe('');
  });
});
