import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { runOn } from '../office/harness.ts';

// The stories of 收文 and 发文, word for word, with every case on bpmn-engine.
runOn(bpmnEngineExecutor());
await import('../office/incomingDocument.test.ts');
await import('../office/outgoingDocument.test.ts');
