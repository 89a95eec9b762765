import type { Said, Teller } from '../change.ts';
import type { Both } from '../kindOf.ts';
import { listOf, textOf } from '../read.ts';
import { row, said } from '../sentence.ts';

const OPERATIONS: { readonly [operation: string]: Both } = {
  return: { zh: '退回', en: 'send back' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  reassign: { zh: '转办', en: 'hand on' },
  consult: { zh: '征求意见', en: 'consult' },
  addSigner: { zh: '加签', en: 'add signers' },
  removeSigner: { zh: '减签', en: 'remove signers' },
  urge: { zh: '催办', en: 'urge' },
  batch: { zh: '批量办理', en: 'do several at once' },
};

/** What may be done with a task beside completing it, and whether it is only to be read. */
export const tellHandling: Teller = (was, now, at) => {
  const [from, to] = [listOf(was)[0], listOf(now)[0]];
  const listed = (word: typeof from): readonly string[] => textOf(word, 'operations').split(/\s+/).filter(Boolean);
  const [before, after] = [listed(from), listed(to)];
  const words = (operations: readonly string[]): Both => row(operations.map((one) => OPERATIONS[one] ?? { zh: one }));
  const come = words(after.filter((one) => !before.includes(one)));
  const gone = words(before.filter((one) => !after.includes(one)));
  const lines: Said[] = [];
  if (come.zh !== '')
    lines.push(said('handling', { zh: `${at.isNew ? '' : '新'}可以：${come.zh}`, en: `${at.isNew ? 'May' : 'May now'}: ${come.en}` }));
  if (gone.zh !== '') lines.push(said('handling', { zh: `不再可以：${gone.zh}`, en: `May no longer: ${gone.en}` }));
  if (textOf(from, 'attention') !== textOf(to, 'attention'))
    lines.push(
      textOf(to, 'attention') === 'read'
        ? said('handling', { zh: '改为只需阅知（待阅）', en: 'Now only to be read' })
        : said('handling', { zh: '改为需要办理（待办）', en: 'Now to be done, not only read' }),
    );
  if (textOf(from, 'withdrawUntil') !== textOf(to, 'withdrawUntil'))
    lines.push(
      textOf(to, 'withdrawUntil') === 'taken'
        ? said('handling', { zh: '上一步可以撤回，到这一步签收为止', en: 'May be withdrawn until it is taken' })
        : said('handling', { zh: '上一步可以撤回，到这一步办完为止', en: 'May be withdrawn until it is completed' }),
    );
  return lines;
};
