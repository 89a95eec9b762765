import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CHAPTERS } from '../../../packages/runtime/src/diagram/constructs/all.ts';
import { EVENTS_NOT_RUN, NOT_RUN } from '../../../packages/runtime/src/executor/bpmn-engine/support/notRun.ts';
import { supportPage } from './supportPage.ts';

const page = new URL('../../../docs/bpmn-support.md', import.meta.url);

test('docs/bpmn-support.md says what the executors do', () => {
  if (process.env.WRITE_DOCS) writeFileSync(page, supportPage());
  expect(readFileSync(page, 'utf8')).toBe(supportPage());
});

test('what bpmn-engine refuses is named as the list of constructs names it', () => {
  const keys = CHAPTERS.flatMap(({ constructs }) => constructs.map(({ key }) => key));
  expect(Object.keys(NOT_RUN).filter((key) => !keys.includes(key))).toEqual([]);
  expect(Object.keys(EVENTS_NOT_RUN).filter((kind) => !keys.some((key) => key.endsWith(`.${kind}`)))).toEqual([]);
});
