import { describe, expect, it } from '@jest/globals';
import { compileForm } from '../../../packages/runtime/src/form/compile.ts';
import { formSchema } from '../../../packages/runtime/src/form/schema.ts';
import type { ElementId } from '../../../packages/runtime/src/words/ids.ts';
import { field, form, processWith } from './form.ts';

const step = 'step' as ElementId;
const fields = [
  field('number', 'series'),
  field('title', 'text', { required: true }),
  field('opinion', 'opinion'),
  field('secret', 'text'),
];

describe('the form of a step', () => {
  it('has the fields that the step lists, in the order of the process; the others are hidden', () => {
    const process = processWith(fields, [
      { field: 'opinion', access: 'write' },
      { field: 'title', access: 'read' },
    ]);
    expect(compileForm(process, step).fields.map((entry) => [entry.key, entry.access])).toEqual([
      ['title', 'read'],
      ['opinion', 'write'],
    ]);
  });

  it('is required as the step says, else as the field says, and never where it is only read', () => {
    const required = (access: 'read' | 'write', own?: boolean) =>
      compileForm(processWith(fields, [{ field: 'title', access, ...(own === undefined ? {} : { required: own }) }]), step).fields[0]
        ?.required;
    expect(required('write')).toBe(true);
    expect(required('write', false)).toBe(false);
    expect(required('read')).toBe(false);
  });

  it('is there for a start event too', () => {
    const process = processWith(fields, [{ field: 'title', access: 'write' }], 'startEvent');
    expect(compileForm(process, step).fields).toHaveLength(1);
  });

  it('is empty for an element that does not exist, and leaves out fields that do not, or bear a reserved name', () => {
    const process = processWith(
      [...fields, field('__proto__', 'text')],
      [
        { field: 'nothing', access: 'write' },
        { field: '__proto__', access: 'write' },
      ],
    );
    expect(compileForm(process, step).fields).toEqual([]);
    expect(compileForm(process, 'moon' as ElementId).fields).toEqual([]);
  });

  it('is made once', () => {
    const process = processWith(fields, [{ field: 'title', access: 'write' }]);
    expect(compileForm(process, step)).toBe(compileForm(process, step));
  });
});

describe('its schema', () => {
  const schema = formSchema(form(field('title', 'text'), { ...field('number', 'number'), access: 'read' }));

  it('takes the writable fields, each absent or cleared too', () => {
    for (const values of [{ title: '通知' }, { title: null }, {}]) expect(schema.safeParse(values).success).toBe(true);
  });

  it('takes no other key and no other type', () => {
    for (const values of [{ number: 1 }, { title: 1 }, { other: 'x' }]) expect(schema.safeParse(values).success).toBe(false);
  });
});
