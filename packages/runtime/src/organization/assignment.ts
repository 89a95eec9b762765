import type { ElementId } from '../words/ids.ts';

/** Who does a step; resolved to seats when the task opens. Closed. */
export type Assignment =
  | { readonly kind: 'post'; readonly post: string; readonly unit: UnitChoice }
  | { readonly kind: 'leaderInCharge'; readonly unit: UnitChoice }
  | { readonly kind: 'personInField'; readonly field: string }
  /** This instance's item is a person. */
  | { readonly kind: 'personOfItem' }
  | { readonly kind: 'initiator' }
  | { readonly kind: 'sameAs'; readonly step: ElementId }
  | { readonly kind: 'onDuty' }
  /** Any of these, by account and by post, as other tools name candidates; a post also by its name in the office. */
  | { readonly kind: 'named'; readonly people: readonly string[]; readonly posts: readonly string[] };

/** In which unit a post is looked for. `wholeOffice`: wherever the post exists. */
export type UnitChoice =
  | { readonly kind: 'wholeOffice' }
  | { readonly kind: 'initiators' }
  | { readonly kind: 'named'; readonly unit: string }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'ofStep'; readonly step: ElementId }
  | { readonly kind: 'ofItem' };
