import type { Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, textOf } from '../read.ts';
import { both, row, said, turned } from '../sentence.ts';

/** Values that go from here to there: what is new, what is gone. */
const tellMappings =
  (what: Both): Teller =>
  (was, now, at): readonly Said[] => {
    const [from, to] = [listOf(was), listOf(now)];
    const words = (all: readonly Facts[]): Both =>
      row(
        all.map((one) => {
          const [source, target] = [
            both(at.after.field(at.piece.process, textOf(one, 'from'))),
            both(at.after.field(at.piece.process, textOf(one, 'to'))),
          ];
          return { zh: `${source.zh} → ${target.zh}`, en: `${source.en} → ${target.en}` };
        }),
      );
    const come = words(to.filter((one) => !from.some((other) => alike(one, other))));
    const gone = words(from.filter((one) => !to.some((other) => alike(one, other))));
    if (come.zh === '' && gone.zh === '') return [said('data', { zh: `${what.zh}换了先后顺序`, en: `${what.en}: another order` })];
    return [
      ...(come.zh === ''
        ? []
        : [
            said('data', { zh: `${what.zh}：${at.isNew ? '' : '增加 '}${come.zh}`, en: `${what.en}: ${at.isNew ? '' : 'new '}${come.en}` }),
          ]),
      ...(gone.zh === '' ? [] : [said('data', { zh: `${what.zh}：不再有 ${gone.zh}`, en: `${what.en}: no longer ${gone.en}` })]),
    ];
  };

export const tellIn = tellMappings({ zh: '交给对方的内容', en: 'Handed over' });
export const tellOut = tellMappings({ zh: '取回的内容', en: 'Taken back' });
export const tellSet = tellMappings({ zh: '自动填写', en: 'Filled in by itself' });
export const tellPayload = tellMappings({ zh: '消息带的内容', en: 'Carried by the message' });

/** Which other flow is called. */
export const tellCall: Teller = (was, now, at) => {
  const flow = (value: typeof was): Both | undefined => {
    if (typeof value !== 'string' || value === '') return undefined;
    const name = at.names.flows.find((one) => one.key === value)?.name ?? at.after.pieces.get(value)?.name ?? { zh: value };
    return both(inQuotes(name.zh === '' ? { zh: value } : name));
  };
  return [turned('call', { zh: '调用的流程', en: 'Calls the flow' }, { was: flow(was), now: flow(now) })];
};
