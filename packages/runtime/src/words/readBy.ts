import type { z } from 'zod';

/**
 * What a schema reads of something that came from outside; never throws. The schema compares the `length` of whatever stands where a
 * text or a list belongs, and a length that cannot be made a number throws there: such a value is read again without it, and refused
 * for what it is.
 */
export function readBy<Value>(schema: z.ZodType<Value>, input: unknown): z.ZodSafeParseResult<Value> {
  try {
    return schema.safeParse(input, { reportInput: true });
  } catch {
    return schema.safeParse(withoutLengths(input), { reportInput: true });
  }
}

function withoutLengths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLengths);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'length' && typeof one === 'object' ? null : withoutLengths(one)]),
  );
}
