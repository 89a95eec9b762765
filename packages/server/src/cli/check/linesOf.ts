import type { Judgement } from '@guicheng/runtime/checking';
import type { CheckedFile } from './checkFiles.ts';

/** For people: what a rule says, and what is unsound with the run that shows it, step by step. */
export const linesOf = ({ file, rules, processes }: CheckedFile): readonly string[] => [
  ...rules.map(
    ({ element, message, rule, severity, forPublishing }) =>
      `${file}: ${element}: ${message.zh} (${severity === 'warning' ? 'warning: ' : forPublishing ? 'for publishing: ' : ''}${rule})`,
  ),
  ...processes.flatMap((process) => judgedLines(file, process)),
];

const judgedLines = (file: string, { process, findings, verdict, reason }: Judgement): readonly string[] => [
  ...findings.flatMap(({ elements, message, property, play }) => [
    `${file}: ${elements[0] ?? process}: ${message.zh} (${property})`,
    ...(play ?? []).map(({ says }, index) => `    ${index + 1}. ${says.zh}`),
  ]),
  ...(verdict === 'undecided' ? [`${file}: ${process}: 不能断定：${reason?.zh ?? ''} (undecided)`] : []),
];
