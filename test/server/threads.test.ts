import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openThreads, type Bounds, type Threads } from '../../packages/server/src/examining/openThreads.ts';

const opened: Threads<string, string>[] = [];
afterEach(async () => {
  for (const threads of opened.splice(0)) await threads.close();
});
const open = (bounds: Partial<Bounds>): Threads<string, string> => {
  const worker = pathToFileURL('test/server/answering.js');
  const threads = openThreads<string, string>(worker, { threads: 2, longest: 60_000, memory: 64, ...bounds }, 'gave up');
  opened.push(threads);
  return threads;
};

describe('threads that answer questions', () => {
  test('given one who asks much that is never answered, when others ask, then they are answered all the same', async () => {
    const threads = open({});
    const never = Array.from({ length: 5 }, () => threads.ask('li', 'be silent'));
    expect(await Promise.all(['一', '二', '三'].map((word) => threads.ask('zhang', word)))).toEqual(['一', '二', '三']);
    expect(await threads.ask('wang', '四')).toBe('四');
    await threads.close();
    expect(await Promise.all(never)).toEqual(never.map(() => 'gave up'));
    expect(await threads.ask('zhang', '五')).toBe('gave up');
  });

  test('given questions that take too long, too much memory, or the thread with them, when they are asked, then each is given up, and the next is answered', async () => {
    const threads = open({ threads: 1 });
    for (const question of ['hoard', 'die']) {
      expect([question, await threads.ask('li', question)]).toEqual([question, 'gave up']);
      expect(await threads.ask('li', 'well?')).toBe('well?');
    }
    expect(await open({ longest: 1 }).ask('li', 'be silent')).toBe('gave up');
  });
});
