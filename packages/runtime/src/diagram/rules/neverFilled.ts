import type { Process } from '../model.ts';
import type { Rule } from './rule.ts';

/** A field that must be filled in is filled in somewhere. */
export const rule: Rule = {
  name: 'neverFilled',
  severity: 'warning',
  sentence: { zh: '必填的内容总有一步可以填', en: 'A required field can be filled in at some step' },
  check(process) {
    const filled = filledIn(process);
    return process.fields
      .filter(({ key, required }) => required && !filled.has(key))
      .map(({ key, name }) => ({
        element: key,
        message: {
          zh: `“${name.zh || key}”是必填的，但没有哪一步可以填写它`,
          en: `“${name.en || name.zh || key}” is required, but no step lets anybody fill it in`,
        },
      }));
  },
};

function filledIn({ elements }: Process): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { office, call, mapping, job, many, input, output } of elements) {
    for (const { field, access } of office.access) if (access === 'write') filled.add(field);
    const written = [
      ...(input ?? []),
      ...(output ?? []),
      ...(call?.out ?? []),
      ...(mapping ?? []),
      ...(job?.type === 'set' ? job.set : (job?.output ?? [])),
    ];
    for (const { to } of written) filled.add(to.split('.')[0] ?? to);
    for (const { into } of many?.collect ?? []) filled.add(into);
  }
  return filled;
}
