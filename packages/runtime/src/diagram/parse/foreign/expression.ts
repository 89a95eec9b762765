import { juelToFeel } from './juel.ts';

/** `${…}` or `#{…}` as a whole: group 1 is what stands between. */
const WHOLE = /^[$#]\{([^{}]*)\}$/;

/** Whether a text still holds an expression of another tool: FEEL knows no such braces. */
export const isUnread = (text: string): boolean => /[$#]\{/.test(text);

/** An expression as FEEL: FEEL itself without its leading `=`, JUEL translated; what cannot be translated stays as it is, and a rule says so. */
export function feelFrom(text: string): string {
  const own = text.replace(/^=\s*/, '');
  const [, inner] = WHOLE.exec(own) ?? [];
  return (inner !== undefined && juelToFeel(inner)) || own;
}

/** A text with expressions in it – `PT${hours}H` – as FEEL that puts it together; undefined where one of them cannot be read. */
export function templateFrom(text: string): string | undefined {
  const parts: string[] = [];
  for (const [, plain, inner] of text.matchAll(/((?:[^$#]|[$#](?!\{))+)|[$#]\{([^{}]*)\}|./gsu)) {
    if (plain !== undefined) parts.push(JSON.stringify(plain));
    else {
      const feel = inner === undefined ? undefined : juelToFeel(inner);
      if (feel === undefined) return undefined;
      parts.push(`string(${feel})`);
    }
  }
  return parts.join(' + ');
}

/** The one variable that an expression stands for: `x` for `${x}`, `=x` and `${execution.getVariable('x')}`. */
export function variableIn(text: string): string | undefined {
  if (!/^([$#]\{|=)/.test(text)) return undefined;
  const feel = feelFrom(text);
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(feel) && !/^(true|false|null)$/.test(feel) ? feel : undefined;
}
