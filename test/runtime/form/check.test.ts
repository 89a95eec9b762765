import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { checkValues, type Filled } from '../../../packages/runtime/src/form/check.ts';
import type { Form } from '../../../packages/runtime/src/form/form.ts';
import type { FieldType } from '../../../packages/runtime/src/diagram/office.ts';
import { FIELD_TYPES } from '../../../packages/runtime/src/diagram/office.ts';
import type { Feel } from '../../../packages/runtime/src/words/ids.ts';
import { field, filled, form, options } from './form.ts';

const check = (of: Form, values: Filled['values'], more: Partial<Filled> = {}) => checkValues(filled(of, values, more));
const codes = (of: Form, values: Filled['values'], more: Partial<Filled> = {}) => {
  const checked = check(of, values, more);
  return checked.ok ? [] : (checked.fields ?? []).map((problem) => `${problem.field}: ${problem.code}`);
};

const stored = { id: 'f1', name: '来文.pdf', size: 1200, mediaType: 'application/pdf' };
const table = field('rows', 'table', {
  columns: [field('unit', 'text', { required: true }), field('copies', 'number', { decimals: 0, minimum: 1 })],
});
const pick = options('a', 'b');

describe('a value of each type', () => {
  it.each<[string, ReturnType<typeof field>, unknown]>([
    ['text', field('x', 'text'), '关于召开会议的通知'],
    ['text with markup, which is only text', field('x', 'text'), '<img src=x onerror=alert(1)>'],
    ['text that looks like an expression', field('x', 'text'), '${process.exit()} =1+1'],
    ['text as long as it may be', field('x', 'text'), '字'.repeat(500)],
    ['long text', field('x', 'longText'), `第一行\n第二行\t${'字'.repeat(19_000)}`],
    ['opinion', field('x', 'opinion'), '同意。'],
    ['yes', field('x', 'yesNo'), true],
    ['no', field('x', 'yesNo'), false],
    ['choice', field('x', 'choice', { options: pick }), 'b'],
    ['choices', field('x', 'choices', { options: pick }), ['b', 'a']],
    ['number', field('x', 'number'), -3.5],
    ['zero', field('x', 'number', { required: true }), 0],
    ['number of so many decimals', field('x', 'number', { decimals: 2 }), 10.07],
    ['money', field('x', 'money'), 1_234_567],
    ['date', field('x', 'date'), '2028-02-29'],
    ['date with time', field('x', 'dateTime'), '2026-11-24T09:30'],
    ['date with time and zone', field('x', 'dateTime'), '2026-11-24T01:30:00.000Z'],
    ['person', field('x', 'person'), 'zhang-wei'],
    ['persons', field('x', 'persons'), ['zhang-wei', 'li-min']],
    ['unit', field('x', 'unit'), 'office'],
    ['units', field('x', 'units'), ['office', 'tax-policy']],
    ['file', field('x', 'file'), stored],
    ['files', field('x', 'files'), [stored, { ...stored, id: 'f2' }]],
    ['table', { ...table, key: 'x' }, [{ unit: '税政科', copies: 2 }, { unit: '人事科' }]],
  ])('%s is taken as it is and survives JSON', (_, one, value) => {
    const checked = check(form(one), { x: value });
    expect(checked).toEqual({ ok: true, values: { x: value } });
    expect(JSON.parse(JSON.stringify(checked))).toEqual(checked);
  });

  it.each<[string, ReturnType<typeof field>, unknown]>([
    ['text that is a number', field('x', 'text'), 7],
    ['text that is an object', field('x', 'text'), { toString: 'x' }],
    ['text that is an object with a length that is no number', field('x', 'text'), { length: { valueOf: 1, toString: 1 } }],
    ['text too long', field('x', 'text'), '字'.repeat(501)],
    ['text longer than its owner allows', field('x', 'text', { maximumLength: 3 }), '四个字呢'],
    ['text with a control character', field('x', 'text'), 'a\u0000b'],
    ['text with half a character', field('x', 'text'), 'a\ud800'],
    ['long text too long', field('x', 'longText'), '字'.repeat(20_001)],
    ['yes as a word', field('x', 'yesNo'), 'true'],
    ['yes as a number', field('x', 'yesNo'), 1],
    ['a choice that is not offered', field('x', 'choice', { options: pick }), 'c'],
    ['a choice of the prototype', field('x', 'choice', { options: pick }), 'constructor'],
    ['a choice twice', field('x', 'choices', { options: pick }), ['a', 'a']],
    ['choices that are no list', field('x', 'choices', { options: pick }), 'a'],
    ['a number as text', field('x', 'number'), '7'],
    ['a number without end', field('x', 'number'), Number.POSITIVE_INFINITY],
    ['not a number', field('x', 'number'), Number.NaN],
    ['a number too large to keep its cents', field('x', 'number'), 1e18],
    ['a number with decimals where there are none', field('x', 'number', { decimals: 0 }), 1.5],
    ['a number with too many decimals', field('x', 'number', { decimals: 2 }), 1.005],
    ['a number below its least', field('x', 'number', { minimum: 1 }), 0],
    ['a number beyond its most', field('x', 'number', { maximum: 9 }), 10],
    ['money with a point', field('x', 'money'), 12.5],
    ['a date that does not exist', field('x', 'date'), '2026-02-29'],
    ['a date with time where there is none', field('x', 'date'), '2026-02-28T09:00'],
    ['a time without a date', field('x', 'dateTime'), '09:30'],
    ['a day without a time', field('x', 'dateTime'), '2026-11-24'],
    ['a time that does not exist', field('x', 'dateTime'), '2026-11-24T25:00'],
    ['a person unknown', field('x', 'person'), 'nobody'],
    ['a person with a strange id', field('x', 'person'), '../etc'],
    ['a person twice', field('x', 'persons'), ['zhang-wei', 'zhang-wei']],
    ['one person unknown among others', field('x', 'persons'), ['zhang-wei', 'nobody']],
    ['a unit unknown', field('x', 'unit'), 'moon'],
    ['a file without size', field('x', 'file'), { id: 'f1', name: 'a.pdf', mediaType: 'application/pdf' }],
    ['a file with a path', field('x', 'file'), { ...stored, path: '/etc/passwd' }],
    ['a file of less than nothing', field('x', 'file'), { ...stored, size: -1 }],
    ['a file twice', field('x', 'files'), [stored, stored]],
    ['a table that is no list', { ...table, key: 'x' }, { unit: '税政科' }],
    ['a row with a strange key', { ...table, key: 'x' }, [{ unit: '税政科', price: 1 }]],
    ['a row without its required cell', { ...table, key: 'x' }, [{ copies: 1 }]],
    ['a row whose required cell is blank', { ...table, key: 'x' }, [{ unit: ' ' }]],
    ['too many rows', { ...table, key: 'x' }, Array.from({ length: 201 }, () => ({ unit: 'x' }))],
    ['a signature in somebody else’s name', field('x', 'signature'), '李敏'],
  ])('%s is refused, saying what was expected in both languages', (_, one, value) => {
    const checked = check(form(one), { x: value });
    if (checked.ok) throw new Error('was taken');
    expect(checked.fields).toHaveLength(1);
    expect(checked.fields?.[0]).toMatchObject({ field: 'x', code: 'wrongType' });
    expect(checked.fields?.[0]?.expected.zh).toBeTruthy();
    expect(checked.fields?.[0]?.expected.en).toBeTruthy();
    expect(checked.culprit).toBe(one.name.zh);
  });

  it('a fault in a table names row and column', () => {
    const checked = check(form(table), {
      rows: [
        { unit: '税政科', copies: 1 },
        { unit: '人事科', copies: 0 },
      ],
    });
    expect(checked).toMatchObject({
      fields: [
        {
          expected: {
            zh: '第 2 行“字段copies”：数字（整数），不小于 1',
            en: 'row 2, “Field copies”: a number without decimals, at least 1',
          },
        },
      ],
    });
  });

  it('a required cell that was left empty is told as required, not as a value of the wrong kind', () => {
    const days = field('rows', 'table', { columns: [field('day', 'date', { required: true }), field('unit', 'text')] });
    for (const row of [{}, { day: '' }, { day: null, unit: '税政科' }])
      expect(check(form(days), { rows: [{ day: '2026-11-24' }, row] })).toMatchObject({
        fields: [{ field: 'rows', expected: { zh: '第 2 行“字段day”：必填', en: 'row 2, “Field day”: required' } }],
      });
    expect(check(form(days), { rows: [{ day: '2026-02-30' }] })).toMatchObject({
      fields: [{ expected: { zh: '第 1 行“字段day”：真实存在的日期，如 2026-11-24' } }],
    });
  });

  it('money is kept in fen and spoken of in yuan, as it is typed', () => {
    const of = form(field('x', 'money', { minimum: 1, maximum: 5_000_000 }));
    expect(check(of, { x: 0 })).toMatchObject({
      fields: [
        {
          expected: {
            zh: '金额，以元为单位，最多两位小数，0.01 至 50000.00',
            en: 'an amount in yuan with at most two decimals, 0.01 to 50000.00',
          },
        },
      ],
    });
    expect(check(of, { x: 1 })).toEqual({ ok: true, values: { x: 1 } });
  });

  it('a negative zero, which JSON does not know, is zero', () => {
    const checked = check(form(field('x', 'number'), table), { x: -0, rows: [{ unit: 'a', copies: 1 }] });
    expect(checked.ok && Object.is(checked.values['x'], 0)).toBe(true);
  });

  it('a file comes back as it is stored, whatever name was sent, where files can be looked up', () => {
    const file = (id: string) => (id === 'f1' ? stored : undefined);
    expect(check(form(field('x', 'file')), { x: { ...stored, name: '假.exe', size: 1 } }, { file })).toEqual({
      ok: true,
      values: { x: stored },
    });
    expect(codes(form(field('x', 'files')), { x: [{ ...stored, id: 'other' }] }, { file })).toEqual(['x: wrongType']);
  });
});

describe('what may be written', () => {
  it('a key that this step does not have is refused', () => {
    expect(codes(form(field('x', 'text')), { x: 'a', y: 'b' })).toEqual(['y: unknownField']);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('%s is no field', (name) => {
    const values: Filled['values'] = JSON.parse(`{"${name}": {"admin": true}}`);
    expect(codes(form(field('x', 'text')), values)).toEqual([`${name}: unknownField`]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('a reserved name in a row or a file is refused', () => {
    const smuggled: unknown = JSON.parse(`{"__proto__": {"admin": true}, ${JSON.stringify(stored).slice(1)}`);
    expect(codes(form(field('x', 'file')), { x: smuggled })).toEqual(['x: wrongType']);
    expect(codes(form(table), { rows: JSON.parse('[{"unit": "a", "__proto__": {"admin": true}}]') })).toEqual(['rows: wrongType']);
  });

  it('a field that can only be read is refused, even unchanged', () => {
    expect(codes(form({ ...field('x', 'text'), access: 'read' }), { x: 'a' }, { known: { x: 'a' } })).toEqual(['x: readOnlyField']);
  });

  it('a number of a series is the office’s to give', () => {
    const of = form(field('x', 'series', { required: true, series: 'receipts' }));
    expect(codes(of, { x: '收〔2026〕1号' })).toEqual(['x: readOnlyField']);
    expect(check(of, {})).toEqual({ ok: true, values: {} });
  });

  it('a signature is set for whoever completes the step', () => {
    const of = form(field('x', 'signature', { required: true }));
    expect(check(of, {})).toEqual({ ok: true, values: { x: '张伟' } });
    expect(check(of, { x: true }, { known: { x: '李敏' } })).toEqual({ ok: true, values: { x: '张伟' } });
  });

  it('all faults are told at once', () => {
    const of = form(field('a', 'number'), field('b', 'text', { required: true }), { ...field('c', 'text'), access: 'read' });
    expect(codes(of, { a: 'x', c: 'y', d: 1 })).toEqual(['a: wrongType', 'c: readOnlyField', 'd: unknownField', 'b: required']);
  });
});

describe('what must be filled in', () => {
  it.each<[string, FieldType, unknown]>([
    ['nothing', 'text', undefined],
    ['null', 'text', null],
    ['blanks', 'text', '  '],
    ['what nobody can see', 'text', '\u200b\u202e \u3164\ufeff'],
    ['no files', 'files', []],
    ['no rows', 'table', []],
  ])('%s is missing', (_, type, value) => {
    const of = form(field('x', type, { required: true }));
    expect(codes(of, value === undefined ? {} : { x: value })).toEqual(['x: required']);
  });

  it('an answer of no is an answer', () => {
    expect(check(form(field('x', 'yesNo', { required: true })), { x: false }).ok).toBe(true);
  });

  it('what is there already need not be sent again, but may not be cleared', () => {
    const of = form(field('x', 'text', { required: true }));
    expect(check(of, {}, { known: { x: 'a' } })).toEqual({ ok: true, values: {} });
    expect(codes(of, { x: '' }, { known: { x: 'a' } })).toEqual(['x: required']);
  });

  it('an empty text is kept as nothing', () => {
    expect(check(form(field('x', 'text')), { x: '' })).toEqual({ ok: true, values: { x: null } });
  });
});

describe('a field shown only under a condition', () => {
  const of = form(field('reply', 'yesNo'), field('why', 'text', { required: true, showWhen: 'reply = true' as Feel }));
  const holds: Filled['holds'] = (_, values) => values['reply'] === true;

  it('is required while it is shown', () => {
    expect(codes(of, { reply: true }, { holds })).toEqual(['why: required']);
    expect(check(of, { reply: true, why: '须答复' }, { holds })).toMatchObject({ ok: true });
  });

  it('is neither required nor written while it is hidden, whatever was left in it', () => {
    expect(check(of, { reply: false, why: '留下的字' }, { holds })).toEqual({ ok: true, values: { reply: false } });
    expect(check(of, { reply: false, why: 7 }, { holds })).toEqual({ ok: true, values: { reply: false } });
  });

  it('sees the decision that is being taken, not the one of the round before', () => {
    const refusing: Form = {
      ...form(field('why', 'text', { required: true, showWhen: 'decision = "refuse"' as Feel })),
      decision: { key: 'decision' },
    };
    const refuses: Filled['holds'] = (_, values) => values['decision'] === 'refuse';
    expect(codes(refusing, {}, { holds: refuses, outcome: 'refuse' })).toEqual(['why: required']);
    expect(check(refusing, {}, { holds: refuses, outcome: 'agree', known: { decision: 'refuse' } })).toEqual({ ok: true, values: {} });
  });

  it('looks at what was there before where nothing new was sent', () => {
    expect(codes(of, {}, { holds, known: { reply: true } })).toEqual(['why: required']);
  });
});

it('any values at all are taken or refused, never thrown, and what is taken survives JSON', () => {
  const everything = form(...FIELD_TYPES.map((type) => field(type, type, { options: pick, columns: table.columns })));
  const keys = fc.oneof(fc.constantFrom<string>(...FIELD_TYPES), fc.string());
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })), (values) => {
      const checked = check(everything, values);
      if (checked.ok) expect(JSON.parse(JSON.stringify(checked.values))).toEqual(checked.values);
    }),
    { numRuns: 500 },
  );
});
