import type { Said, Spot, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, textOf } from '../read.ts';
import { both, en, said, turned } from '../sentence.ts';
import type { Side } from '../side.ts';
import { ownName } from '../side.ts';
import { amount } from './amount.ts';
import { conditionWords } from './condition.ts';

/** The time limits of a step. */
export const tellLimits: Teller = (was, now, at) => {
  const [from, to] = [listOf(was), listOf(now)];
  const [only, other] = [from[0], to[0]];
  // One limit that stays one limit is the same, whatever its id.
  if (only && other && from.length === 1 && to.length === 1) return tellLimit(only, other, at);
  const { gone, come, kept } = paired(from, to, (limit) => textOf(limit, 'id') || textOf(limit, 'name'));
  return [
    ...come.map((limit) => turned('limit', called(limit), { was: undefined, now: whole(limit, at, at.after) })),
    ...gone.map((limit) => turned('limit', called(limit), { was: whole(limit, at, at.before), now: undefined })),
    ...kept.flatMap((pair) => tellLimit(pair.was, pair.now, at)),
  ];
};

function tellLimit(was: Facts, now: Facts, at: Spot): readonly Said[] {
  const length = (limit: Facts): Both => amount(textOf(limit, 'amount'), textOf(limit, 'unit'));
  const rest = Object.keys({ ...was, ...now }).filter((key) => !alike(was[key], now[key]));
  const what = called(now);
  if (rest.every((key) => key === 'amount' || key === 'unit') && length(was).zh !== length(now).zh)
    return [turned('limit', what, { was: length(was), now: length(now) })];
  const [from, to] = [whole(was, at, at.before), whole(now, at, at.after)];
  const lines = from.zh === to.zh ? [] : [turned('limit', what, { was: from, now: to })];
  const named = rest.filter((key) => key === 'name' || key === 'names' || key === 'words' || key === 'id' || key === '$attrs');
  return named.length === 0 && lines.length > 0
    ? lines
    : [...lines, said('limit', { zh: `${what.zh}的名称或原文表述有变化`, en: `${what.en}: its name or the paper’s words changed` })];
}

function called(limit: Facts): Both {
  if (textOf(limit, 'name') === '') return { zh: '时限', en: 'Time limit' };
  const name = inQuotes(ownName(limit));
  return { zh: `时限${name.zh}`, en: `Time limit ${en(name)}` };
}

/** A limit in a whole sentence: 收到后 3 个工作日，提前 1 个工作日提醒. */
function whole(limit: Facts, at: Spot, side: Side): Both {
  const unit = textOf(limit, 'unit');
  const length = amount(textOf(limit, 'amount'), unit);
  const from = begins(limit, at, side);
  const until = textOf(limit, 'until');
  const warn = textOf(limit, 'warnBefore');
  const when = textOf(limit, 'when');
  const warned = amount(warn, unit);
  const condition = when === '' ? undefined : conditionWords(when, side, at.piece.process);
  const end = until === '' ? undefined : both(side.called(until));
  return {
    zh: [
      `${from.zh}${length.zh}`,
      end ? `到${end.zh}办完为止` : '',
      warn ? `提前 ${warned.zh}提醒` : '',
      condition ? `仅当${condition.zh}` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
    en: [
      `${length.en}${from.en}`,
      end ? `until ${end.en} is done` : '',
      warn ? `with a warning ${warned.en} before` : '',
      condition ? `only if ${condition.en}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}

function begins(limit: Facts, at: Spot, side: Side): Both {
  switch (textOf(limit, 'from')) {
    case 'caseStart':
      return { zh: '发起后', en: ' from the start of the case' };
    case 'completed': {
      const step = both(side.called(textOf(limit, 'step')));
      return { zh: `${step.zh}办完后`, en: ` from the end of ${step.en}` };
    }
    case 'field': {
      const field = both(inQuotes(side.field(at.piece.process, textOf(limit, 'field'))));
      return { zh: `自${field.zh}起`, en: ` from ${field.en}` };
    }
    default:
      return { zh: '', en: '' };
  }
}
