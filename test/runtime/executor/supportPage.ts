import { CHAPTERS } from '../../../packages/runtime/src/diagram/constructs/all.ts';
import type { Construct } from '../../../packages/runtime/src/diagram/constructs/construct.ts';
import { ALSO_NOT_RUN, OPERATIONS_NOT_RUN, reasonAgainst } from '../../../packages/runtime/src/executor/bpmn-engine/support/notRun.ts';
import { NOT_AS_WRITTEN } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { toldIn } from './toldIn.ts';

/** docs/bpmn-support.md, from the very tables by which the executors refuse. */
export const supportPage = (): string => `# What of BPMN is run

The executable class of BPMN 2.0.2, construct by construct, and what each of the two executors does with it. This page is generated from the
tables by which they refuse (\`packages/runtime/src/diagram/constructs/\`, \`kernel/unsupported.ts\`, \`executor/bpmn-engine/support/\`) and compared
with them by a test; \`WRITE_DOCS=1 npm test -- test/runtime/executor/supportPage\` writes it anew. A diagram that holds something that is not run
is refused when it is published, by element and reason.

Cases run on the **kernel** unless the server was started with \`EXECUTOR=bpmn-engine\`; a case keeps the executor that it began with. What a
construct means is told in the files named beside it, under \`packages/runtime/src/kernel/\`, each to be read in a few minutes; for an event first what
its place means, then what its kind does. The last column is the clause of BPMN 2.0.2. Every event at every place of the standard's table runs in
\`test/runtime/kernel/everyPlace.test.ts\`.

${CHAPTERS.map(({ name, constructs }) => `## ${name.en} ${name.zh}\n| construct | 构件 | kernel | bpmn-engine | told in | clause |\n| --- | --- | --- | --- | --- | --- |\n${constructs.map(line).join('\n')}`).join('\n\n')}

## Beside these
- Processes of one file are each a case of their own; message flows between them go by the message's name and key. A pool without a process is
  somebody outside.
- Conditions on flows out of activities, several flows out of and into anything (implicit splits and merges), \`eventDefinitionRef\`, several start
  events, and processes without any start event run on both.
- A business rule task decides by a DMN decision table of the file (\`gc:decisionTable\`, docs/vocabulary.md), on both; without one it is a job.
- Data objects and properties of processes, sub-processes and events, data associations with assignments and transformations run on the kernel; on
  bpmn-engine those of the process itself.
- What is not drawn as an element: which flows a token takes is told in \`run/sequenceFlow\`, implicit splits and merges in \`run/leave\`, joins in \`join\` and
  \`run/fireJoin\`, whose data are whose in \`run/data\`, what crosses into and out of a step in \`run/border\`, where a case stands in \`marking\`, in which
  order things happen in \`advance\`. Messages are found by name and key (\`message\`); who gets one, the office decides (docs/decisions/0012). Decision tables
  are read and decided in \`packages/runtime/src/diagram/dmn/\`.
- A step begins whether or not all its data inputs have a value: one that is not there yet is empty. Input sets and output sets only name them.
- What the instances of a multi-instance give back is gathered by \`gc:collect\` with who gave it, or by BPMN's own \`outputDataItem\` and
  \`loopDataOutputRef\` as a plain list.
- A script is never run: the kernel would hand it out as a job, and the rule \`scriptTask\` refuses it when it is published.
- Choreographies and conversations are not of the executable class: they are kept in the file and not run.

## What the kernel refuses as it is written
${Object.values(NOT_AS_WRITTEN)
  .map(({ zh, en }) => `- ${en}. ${zh}。`)
  .join('\n')}

## What bpmn-engine refuses beside the table
${Object.values(ALSO_NOT_RUN)
  .map(({ zh, en }) => `- ${en.charAt(0).toUpperCase()}${en.slice(1)}. ${zh}。`)
  .join('\n')}
- Refused when it is asked for, by name: ${OPERATIONS_NOT_RUN.map((operation) => `\`${operation}\``).join(', ')} (docs/moves.md).
`;

function line({ key, name }: Construct): string {
  const kernel = key === 'scriptTask' ? 'as a job; not published' : 'yes';
  const engine = key === 'scriptTask' ? kernel : reasonOf(key);
  const { files, clause } = toldIn(key) ?? { files: [], clause: '' };
  const where = files.map((file) => `\`${file}\``).join(', ');
  return `| ${name.en} | ${name.zh} | ${kernel} | ${engine} | ${where} | ${clause} |`;
}

function reasonOf(key: string): string {
  const reason = reasonAgainst(key);
  return reason ? `no: ${reason.en}` : 'yes';
}
