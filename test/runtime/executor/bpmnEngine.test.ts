import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { plansOf, processesIn } from '../kernel/harness.ts';
import { Pair } from './pair.ts';

test('incoming', async () => {
  const processes = await processesIn(await readFile('processes/04-electronic-documents.bpmn', 'utf8'));
  const seal = await processesIn(await readFile('processes/06-seal-use.bpmn', 'utf8'));
  const pair = new Pair(plansOf([...processes, ...seal], 'incoming-document'));
  await pair.act({ kind: 'start', at: 'in_start', payload: { title: 'x', urgency: 'normal' } });
  expect(pair.open).toEqual(['task in_register']);
  await pair.act({ kind: 'complete', open: 0, outcome: 'none' });
  await pair.act({ kind: 'complete', open: 0, values: { handlingDepts: ['a', 'b', 'c'] } });
  await pair.act({ kind: 'return', open: 0, to: 'in_propose' });
  await pair.act({ kind: 'complete', open: 0, values: { handlingDepts: ['a', 'b', 'c'] } });
  await pair.act({ kind: 'withdraw', element: 'in_propose' });
  await pair.act({ kind: 'complete', open: 0, values: { handlingDepts: ['a', 'b', 'c'] } });
  await pair.act({ kind: 'complete', open: 0, outcome: 'handle' });
  await pair.act({ kind: 'complete', open: 0, values: { dueDate: '2026-12-04' } });
  await pair.act({ kind: 'due', open: pair.at('timer in_overdue') });
  await pair.act({ kind: 'complete', open: pair.at('task in_supervise'), outcome: 'yes' });
  await pair.act({ kind: 'complete', open: pair.at('task in_handle[1]'), own: true, values: { result: 'r', needReply: true } });
  await pair.act({ kind: 'due', open: pair.at('timer in_h_wait') });
  await pair.act({ kind: 'complete', open: pair.at('task in_handle[0]'), own: true, values: { result: 'r', needReply: true } });
  await pair.act({ kind: 'complete', open: pair.at('task in_handle[2]'), own: true, values: { result: 'r', needReply: true } });
});
