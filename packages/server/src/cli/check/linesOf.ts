import type { Judgement } from '@guicheng/runtime/checking';
import type { Language, Text } from '../../contract.ts';
import type { CheckedFile } from './checkFiles.ts';

/** For people, in their language: what a rule says, and what is unsound with the run that shows it, step by step. */
export function linesOf({ file, rules, processes }: CheckedFile, language: Language): readonly string[] {
  const said = (text: Text): string => text[language] ?? text.zh;
  const judged = ({ process, findings, verdict, reason }: Judgement): readonly string[] => [
    ...findings.flatMap(({ elements, message, property, play }) => [
      `${file}: ${elements[0] ?? process}: ${said(message)} (${property})`,
      ...(play ?? []).map(({ says }, index) => `    ${index + 1}. ${said(says)}`),
    ]),
    ...(verdict === 'undecided' ? [`${file}: ${process}: ${said(NOT_TOLD)}${reason ? said(reason) : ''} (undecided)`] : []),
  ];
  return [
    ...rules.map(
      ({ element, message, rule, severity, forPublishing }) =>
        `${file}: ${element}: ${said(message)} (${severity === 'warning' ? 'warning: ' : forPublishing ? 'for publishing: ' : ''}${rule})`,
    ),
    ...processes.flatMap(judged),
  ];
}

const NOT_TOLD: Text = { zh: '不能断定：', en: 'cannot be told: ' };
