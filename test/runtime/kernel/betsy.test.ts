import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type BetsyDiagram, runBetsy } from './betsy.ts';

const folder = fileURLToPath(new URL('../../../../shared/conformance/betsy', import.meta.url));
const diagrams = existsSync(folder) ? (JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')) as readonly BetsyDiagram[]) : [];
if (diagrams.length === 0) console.warn(`SKIPPED: the conformance suite is not at ${folder}`);

/** What the kernel does not run yet, and must say so by name. This list only ever gets shorter. */
const LACKING: { readonly [name: string]: string } = {
  ComplexGateway: 'complexGateway',
  AdHocSubProcess_Sequential: 'adHocSubProcess',
  Cancel_Event: 'cancel, transaction',
  Compensation_EndEvent_SubProcess: 'compensation',
  Compensation_EndEvent_TopLevel: 'compensation',
  Compensation_IntermediateEvent: 'compensation',
  Compensation_TriggeredByCancel: 'cancel, compensation, transaction',
  Error_BoundaryEvent_Transaction_Interrupting: 'transaction',
  Multiple_Parallel_IntermediateEvent: 'parallelMultiple',
  Multiple_Parallel_IntermediateEvent_MissingEvent: 'parallelMultiple',
  WCP06_MultiChoice_ComplexGateway: 'complexGateway',
  WCP20_CancelCaseCancel: 'cancel, transaction',
};

(diagrams.length > 0 ? describe : describe.skip)('the public suite of executable BPMN, case by case', () => {
  test.each(
    diagrams.flatMap((diagram) => diagram.cases.map((one) => [`${diagram.name} ${JSON.stringify(one.vars)}`, diagram, one] as const)),
  )('%s', async (_, diagram, one) => {
    const found = await runBetsy(folder, diagram, one);
    const lacking = LACKING[diagram.name];
    if (lacking) expect(found).toEqual([`unsupported ${lacking}`]);
    else
      expect(found.map((line) => (one.trace.includes('ERROR') && /^(ERROR_|unsupported )/.test(line) ? 'ERROR' : line))).toEqual(
        [...one.trace].sort(),
      );
  });
});
