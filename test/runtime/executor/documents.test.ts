import { afterAll, expect } from '@jest/globals';
import { runOn } from '../office/harness.ts';
import { inStep } from './inStep.ts';

// The stories of 收文 and 发文, word for word, with every case on bpmn-engine and the kernel beside it: after every stimulus, and at every
// question where a step may be sent back to, both must say the same.
const executor = inStep();
runOn(executor);
await import('../office/incomingDocument.test.ts');
await import('../office/outgoingDocument.test.ts');

afterAll(() => expect(executor.compared()).toBeGreaterThan(150));
