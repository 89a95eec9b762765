import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CouldNotRun } from '../couldNotRun.ts';

/** One run of a diagram: with which variables, how many milliseconds may pass, and the lines that must be written, in whatever order. */
const Run = z.object({
  vars: z.record(z.string(), z.json()).default({}),
  trace: z.array(z.string()),
  delay: z.number().nonnegative().default(0),
  parallel: z.boolean().default(false),
});

const Test = z.object({ name: z.string(), file: z.string(), cases: z.array(Run).min(1) });

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
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new CouldNotRun(`${file} cannot be read: ${(error as Error).message}`);
  }
}
