import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { checkDiagram } from '../../../packages/runtime/src/diagram/check.ts';
import { read } from './bpmn.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SUITE = folder('../../../../shared/conformance/betsy');

const diagramsIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        // What other tools drew, and which of it is refused, is told one by one in foreign.test.ts.
        .filter((name) => name.endsWith('.bpmn') && !name.startsWith('diagram/foreign/'))
        .sort()
    : [];

/** What a diagram on purpose does that nobody may publish; everything else that was drawn to be run has no errors. */
const ON_PURPOSE: { readonly [file: string]: readonly string[] } = {
  // The kernel takes both at one wait, which the standard forbids to draw.
  'kernel/event-based-gateway.bpmn': ['waitMixed wait'],
  // The field is noted per item without a form.
  'kernel/multi-instance.bpmn': ['unknownField part'],
  // The suite's own mistakes: it expects that engines refuse the first and the last, and pass over the conditions of the second.
  'errors/LoopTask_NegativeLoopMaximum.bpmn': ['loopMaximum ScriptTask_1'],
  'errors/ParallelGateway_Conditions.bpmn': ['conditionAtParallel SequenceFlow_6', 'conditionAtParallel SequenceFlow_8'],
  'errors/Token_CompletionQuantity_Zero.bpmn': ['quantityBelowOne send'],
};

/** Test diagrams are without people, and the suite is of scripts in a language of its own. */
const OTHERWISE: ReadonlySet<string> = new Set(['nobodyAssigned', 'scriptTask', 'unknownName', 'feelFault']);

const GROUPS = [
  ['our own', folder('../../../processes')],
  ['those of the tests', folder('..')],
  ['the public suite', SUITE],
].map(([whose = '', path = '']) => ({ whose, path, files: diagramsIn(path) }));
const [ours, tests, suite] = GROUPS.map(({ files }) => files.length);
if (suite === 0) console.warn(`SKIPPED: the conformance suite is not at ${SUITE}`);

test('there are diagrams to look at', () => {
  expect(ours).toBeGreaterThan(1);
  expect(tests).toBeGreaterThan(10);
});

const all = GROUPS.flatMap(({ whose, path, files }) => files.map((file) => [whose, file, path] as const));

test.each(all)('No error in what was drawn to be run: %s, %s', async (_whose, file, path) => {
  const diagram = await read(readFileSync(`${path}/${file}`, 'utf8'));
  const errors = checkDiagram(diagram).filter(({ severity, rule }) => severity === 'error' && !OTHERWISE.has(rule));
  expect(errors.map(({ rule, element }) => `${rule} ${element}`)).toEqual(ON_PURPOSE[file] ?? []);
});
