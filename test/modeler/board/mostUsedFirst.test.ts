import { expect, test } from '@jest/globals';
import { mostUsedFirst } from '../../../packages/modeler/src/board/mostUsedFirst.ts';
import { caseCard, flowCard } from './samples.ts';

test('What may be started: the most used first, then what the office runs most, then by number; the rest not at all', () => {
  const flows = [
    flowCard('forbidden', { startable: false, running: 90 }),
    flowCard('seven', { number: 7 }),
    flowCard('two', { number: 2 }),
    flowCard('busy', { running: 12 }),
    flowCard('mine', { number: 20 }),
    flowCard('often', { number: 21 }),
  ];
  const started = [caseCard('1', 'often'), caseCard('2', 'often'), caseCard('3', 'mine'), caseCard('4', 'forbidden')];
  expect(mostUsedFirst(flows, started).map((flow) => flow.key)).toEqual(['often', 'mine', 'busy', 'two', 'seven']);
});
