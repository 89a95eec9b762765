import type { CheckedFile } from './checkFiles.ts';

/** The published form of a check: one entry for each executable process. What is played step by step stays with the text for people. */
export const jsonOf = ({ file, rules, processes }: CheckedFile): readonly object[] =>
  processes.map(({ process, verdict, findings, reason, markings, ms }) => ({
    file,
    process,
    verdict,
    findings: findings.map(({ play: _play, ...finding }) => finding),
    ...(reason ? { reason } : {}),
    rules: rules
      .filter((finding) => finding.process === process)
      .map(({ rule, element, severity, forPublishing, message }) => ({ rule, element, severity, forPublishing, message })),
    markings,
    ms: Math.ceil(ms * 10) / 10,
  }));
