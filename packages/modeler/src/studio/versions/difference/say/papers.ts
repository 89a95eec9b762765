import type { Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { listOf, textOf } from '../read.ts';
import { en, row, said } from '../sentence.ts';
import { ownName } from '../side.ts';

/** A list of short points changed. */
const tellPoints =
  (what: Both): Teller =>
  (was, now): readonly Said[] => {
    const called = (word: Facts) => inQuotes(ownName(word));
    const { gone, come, kept, reordered } = paired(listOf(was), listOf(now), (word) => textOf(word, 'name'));
    const names = { gone: row(gone.map(called)), come: row(come.map(called)), kept: row(kept.map((pair) => called(pair.now))) };
    return [
      ...(come.length === 0 ? [] : [said('papers', { zh: `增加${what.zh}${names.come.zh}`, en: `New ${what.en} ${names.come.en}` })]),
      ...(gone.length === 0 ? [] : [said('papers', { zh: `删去${what.zh}${names.gone.zh}`, en: `Removed ${what.en} ${names.gone.en}` })]),
      ...(kept.length === 0
        ? []
        : [
            said('papers', {
              zh: `${what.zh}${names.kept.zh}的英文有变化`,
              en: `${en(names.kept)}: the English of the ${what.en} changed`,
            }),
          ]),
      ...(reordered ? [said('papers', { zh: `${what.zh}换了先后顺序`, en: `The ${what.en} stand in another order` })] : []),
    ];
  };

/** Paper originals to have at hand. */
export const tellOriginals = tellPoints({ zh: '纸质原件', en: 'paper original' });

/** Points to tick off. */
export const tellChecks = tellPoints({ zh: '核对要点', en: 'point to check' });
