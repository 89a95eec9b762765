import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CouldNotRun } from '../couldNotRun.ts';

/** What is null or not there is what it is otherwise. */
function nullish<Value>(type: z.ZodType<Value>, otherwise: Value) {
  return type.nullish().transform((value) => value ?? otherwise);
}

/** One run of a diagram: with which variables, how many milliseconds may pass, and the lines that must be written, in whatever order. */
const Run = z.object({
  vars: nullish(z.record(z.string(), z.json()), {}),
  trace: z.array(z.string()),
  delay: nullish(z.number().nonnegative(), 0),
  parallel: nullish(z.boolean(), false),
});

/** A test without a name goes by its file. */
const Test = z
  .object({ name: z.string().nullish(), file: z.string(), cases: z.array(Run).min(1) })
  .transform((test) => ({ ...test, name: test.name ?? test.file }));

export type SuiteRun = z.infer<typeof Run>;
export type SuiteTest = z.infer<typeof Test>;

/** The tests of a folder's `cases.json`; members that this command does not know are passed over. Throws `CouldNotRun`, saying what is wrong with it. */
export function readSuite(folder: string): readonly SuiteTest[] {
  const file = join(folder, 'cases.json');
  const read = z.array(Test).min(1).safeParse(jsonIn(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CouldNotRun(`${file} is no list of cases: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CouldNotRun(`${file} cannot be read: ${(error as Error).message}`);
  }
}
