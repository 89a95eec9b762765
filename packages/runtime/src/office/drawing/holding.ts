import { personName } from '../../organization/names.ts';
import { digest } from '../../words/digest.ts';
import type { Instant, PersonId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { Parts } from '../parts.ts';
import type { DrawingFacts } from './facts.ts';

/** A person in one tab, by the secret that the tab made up. */
export interface Tab {
  readonly who: PersonId;
  readonly hold: string;
}

/** Whether this very tab is the one that draws. */
export const isHeldBy = ({ holder }: DrawingFacts, { who, hold }: Tab): boolean => holder?.person === who && holder.hold === digest(hold);

/** Refused where another place draws, with who and since when; undefined where this tab does, or nobody. */
export async function heldElsewhere(
  parts: Parts,
  facts: DrawingFacts,
  about: Tab & { readonly flow: string },
): Promise<Refused | undefined> {
  const { holder } = facts;
  if (!holder || isHeldBy(facts, about)) return undefined;
  const name = personName(await parts.house.organization(), holder.person);
  const expected =
    holder.person === about.who
      ? { zh: '您正在另一个窗口中修改这个流程', en: 'You are drawing this flow in another window' }
      : { zh: `${name.zh}正在修改这个流程`, en: `${name.en ?? name.zh} is drawing this flow` };
  return { ...refuse('takenByAnother', about.flow, expected), by: { name: name.zh, at: holder.since } };
}

/** Refused because what this tab last knew is no longer so, with who changed it and when. */
export async function changedSince(
  parts: Parts,
  flow: string,
  changed: { readonly by: PersonId | 'system'; readonly at: Instant } | null,
): Promise<Refused> {
  const refused = refuse('changedMeanwhile', flow, {
    zh: '草稿在别处改过，请先载入最新的草稿再保存',
    en: 'The draft was changed elsewhere; load the newest before saving',
  });
  if (!changed) return refused;
  const name = changed.by === 'system' ? { zh: '系统' } : personName(await parts.house.organization(), changed.by);
  return { ...refused, by: { name: name.zh, at: changed.at } };
}
