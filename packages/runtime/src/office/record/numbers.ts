import type { TakenNumber } from '../../case/facts.ts';
import type { Pass } from '../../kernel/marking.ts';
import type { CaseDraft } from './draft.ts';

/** The step that gave a number was taken back: the number waits for it to be done again. */
export function loosenNumbers(draft: CaseDraft, pass: Pass): void {
  if (pass.closed !== 'takenBack' || !draft.facts.numbers.some((one) => one.visit === pass.visit)) return;
  const numbers = draft.facts.numbers.map(
    (one): TakenNumber => (one.visit === pass.visit && one.state === 'used' ? { ...one, state: 'loose' } : one),
  );
  draft.facts = { ...draft.facts, numbers };
}

/** Numbers that cannot be used any more are voided: all of a cancelled case, and what waited in a part of it that is over. */
export function voidNumbers(draft: CaseDraft): void {
  const { facts } = draft;
  const over = (one: TakenNumber): boolean => facts.endedAt !== null || !facts.runs.some((run) => run.scope === one.scope);
  const why = (one: TakenNumber): 'cancelled' | 'takenBack' | undefined => {
    if (one.state !== 'void' && facts.status === 'cancelled') return 'cancelled';
    return one.state === 'loose' && over(one) ? 'takenBack' : undefined;
  };
  for (const one of facts.numbers) {
    const reason = why(one);
    if (!reason) continue;
    const { series, number, field } = one;
    draft.events.push({ type: 'NumberVoided', series, number, field, why: reason });
  }
  draft.facts = { ...facts, numbers: facts.numbers.map((one) => (why(one) ? { ...one, state: 'void' } : one)) };
}
