import type { Rule } from './rule.ts';

/** One name is declared once: of two, one is forgotten when it is changed. */
export const rule: Rule = {
  name: 'declaredTwice',
  severity: 'warning',
  sentence: { zh: '同名的消息、信号、错误只声明一次', en: 'A message, signal or error of one name is declared once' },
  check(process, { diagram }) {
    // said once for the whole file
    if (process !== diagram.processes[0]) return [];
    const seen = new Set<string>();
    return (diagram.declared ?? []).flatMap(({ id, kind, name, code }) => {
      const word = code ?? name;
      const key = `${kind} ${word}`;
      if (word === undefined) return [];
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const message = {
        zh: `文件里有两个${KINDS[kind]}都叫“${word}”：请合成一个，免得改名时只改了一处`,
        en: `The file declares the ${kind} “${word}” twice: make them one, or a change of name is made at one place only`,
      };
      return [{ element: id, message }];
    });
  },
};

const KINDS = { message: '消息', signal: '信号', error: '错误', escalation: '上报事项' } as const;
