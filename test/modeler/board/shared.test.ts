import { describe, expect, test } from '@jest/globals';
import { shared } from '../../../packages/modeler/src/board/shared.ts';
import { taskCard } from './samples.ts';

const option = (value: string) => ({ value, name: { zh: value }, manner: 'forward' as const });

describe('Several tasks done together offer', () => {
  test('the decisions that all of them have', () => {
    const tasks = [
      taskCard('a', { quick: [option('agree'), option('refuse')] }),
      taskCard('b', { quick: [option('read'), option('agree')] }),
    ];
    expect(shared(tasks).map((one) => one.value)).toEqual(['agree']);
  });

  test('nothing where one of them must be filled in, or where there is none', () => {
    expect([shared([taskCard('a', { quick: [option('agree')] }), taskCard('b')]), shared([])]).toEqual([[], []]);
  });
});
