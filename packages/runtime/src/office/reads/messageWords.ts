import type { MessageTrouble } from '../../case/event.ts';
import type { Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';

/** Why a message was not delivered, naming it and its key. */
export function messageWords(code: MessageTrouble, detail: Json): Text {
  const { name, key, flows, cases } = read(detail);
  const zh = key === '' ? `消息“${name}”` : `消息“${name}”（依据“${key}”）`;
  const en = key === '' ? `The message “${name}”` : `The message “${name}” (for “${key}”)`;
  switch (code) {
    case 'messageAmbiguous':
      return cases > 0
        ? {
            zh: `${zh}没有送出：同时有 ${cases} 个办件在等它（${flows.zh}），无法确定送给哪一个`,
            en: `${en} was not delivered: ${cases} cases wait for it (${flows.en}), and it cannot be told which one it is for`,
          }
        : {
            zh: `${zh}没有送出：有几个流程都由它开始（${flows.zh}），无法确定是哪一个`,
            en: `${en} was not delivered: several flows begin with it (${flows.en}), and it cannot be told which one is meant`,
          };
    case 'messageExpired':
      return { zh: `${zh}没有送达：保留期内一直没有办件等它`, en: `${en} was not delivered: no case waited for it as long as it was kept` };
    case 'messageRefused':
      return { zh: `${zh}没有送达：接收的办件没有收下`, en: `${en} was not delivered: the case that it was for did not take it` };
  }
}

interface Read {
  readonly name: string;
  readonly key: string;
  readonly flows: { readonly zh: string; readonly en: string };
  readonly cases: number;
}

function read(detail: Json): Read {
  const { name, key, flows, cases } = detail as { readonly [member: string]: Json };
  const named = (Array.isArray(flows) ? flows : []) as readonly { readonly zh: string; readonly en: string }[];
  return {
    name: String(name ?? ''),
    key: key === null || key === undefined ? '' : typeof key === 'string' ? key : JSON.stringify(key),
    flows: { zh: named.map((one) => one.zh).join('、'), en: named.map((one) => one.en).join(', ') },
    cases: Number(cases ?? 0),
  };
}
