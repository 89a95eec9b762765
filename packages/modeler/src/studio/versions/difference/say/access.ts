import type { Json } from '@guicheng/runtime/model';
import type { Said, Spot, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import { inQuotes } from '../quoted.ts';
import { listOf, textOf } from '../read.ts';
import { row, said } from '../sentence.ts';
import type { Both } from '../kindOf.ts';

interface Shown {
  readonly mode: 'hidden' | 'read' | 'write';
  readonly required: Json | undefined;
}

const HIDDEN: Shown = { mode: 'hidden', required: undefined };

/** What each way from one to another is called; fields that went the same way stand in one sentence. */
const WAYS: { readonly [way: string]: Both } = {
  'hidden write': { zh: '可以填写', en: 'May fill in' },
  'hidden read': { zh: '可以看到', en: 'Sees' },
  'read write': { zh: '由只看改为填写', en: 'Now fills in what was only to be read' },
  'write read': { zh: '由填写改为只看', en: 'Now only reads what was to be filled in' },
  'write hidden': { zh: '不再填写，也看不到', en: 'Neither fills in nor sees any longer' },
  'read hidden': { zh: '不再看到', en: 'No longer sees' },
  required: { zh: '这一步必填', en: 'Required at this step' },
  optional: { zh: '这一步可以不填', en: 'May be left empty at this step' },
  asForm: { zh: '是否必填改为随表单', en: 'Required as the form says' },
};

/** What a step shows of the form, and what may be written there. */
export const tellAccess: Teller = (was, now, at) => {
  const [from, to] = [shownIn(listOf(was)), shownIn(listOf(now))];
  const ways = new Map<string, string[]>();
  for (const field of new Set([...to.keys(), ...from.keys()])) {
    for (const way of waysOf(from.get(field) ?? HIDDEN, to.get(field) ?? HIDDEN)) ways.set(way, [...(ways.get(way) ?? []), field]);
  }
  return [...ways].flatMap(([way, fields]) => sentence(way, fields, at));
};

const shownIn = (words: readonly Facts[]): ReadonlyMap<string, Shown> =>
  new Map(words.map((word) => [textOf(word, 'field'), { mode: word['mode'] === 'write' ? 'write' : 'read', required: word['required'] }]));

function waysOf(from: Shown, to: Shown): readonly string[] {
  const needed = (): readonly string[] => {
    if (to.mode !== 'write' || from.required === to.required) return [];
    if (to.required === true) return ['required'];
    if (to.required === false) return ['optional'];
    return from.mode === 'write' ? ['asForm'] : [];
  };
  return from.mode === to.mode ? needed() : [`${from.mode} ${to.mode}`, ...needed()];
}

function sentence(way: string, fields: readonly string[], at: Spot): readonly Said[] {
  const words = WAYS[way];
  if (!words) return [];
  const names = row(
    fields.map((field) => {
      const name = at.after.field(at.piece.process, field);
      return inQuotes(name.zh === field ? at.before.field(at.piece.process, field) : name);
    }),
  );
  return [said('access', { zh: `${words.zh}：${names.zh}`, en: `${words.en}: ${names.en}` })];
}
