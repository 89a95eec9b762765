import type { Assignment, UnitChoice } from '@guicheng/runtime/checking';
import type { Plain } from '../../file/plain.ts';

/** `named` is how other tools say it, in their own words: it is shown, and replaced by one of these. */
export type WhoKind = Exclude<Assignment['kind'], 'named'>;
export type WhereKind = UnitChoice['kind'];

/** Who does a step, as it stands in the file: every value may be missing, or name what is not there. */
export interface Who {
  readonly kind: WhoKind;
  readonly post: string;
  readonly unit: WhereKind;
  readonly of: string;
  readonly field: string;
  readonly step: string;
}

const text = (value: Plain[string]): string => (typeof value === 'string' ? value : '');

/** A `gc:assignment` or `gc:starter` with what the vocabulary takes for absent values. */
export const whoOf = (plain: Plain): Who => ({
  kind: (text(plain['kind']) || 'post') as WhoKind,
  post: text(plain['post']),
  unit: (text(plain['unit']) || 'wholeOffice') as WhereKind,
  of: text(plain['of']),
  field: text(plain['field']),
  step: text(plain['step']),
});

/** What the file is to say: only what belongs to the kind. */
export function plainWho(who: Who): Plain {
  const where: Plain = {
    ...(who.unit === 'wholeOffice' ? {} : { unit: who.unit }),
    ...(['named', 'field', 'ofStep'].includes(who.unit) ? { of: who.of } : {}),
  };
  switch (who.kind) {
    case 'post':
      return { kind: 'post', post: who.post, ...where };
    case 'leaderInCharge':
      return { kind: 'leaderInCharge', ...where };
    case 'personInField':
      return { kind: 'personInField', field: who.field };
    case 'sameAs':
      return { kind: 'sameAs', step: who.step };
    default:
      return { kind: who.kind };
  }
}

/** What there is to choose from, the likeliest first. */
export interface Candidates {
  readonly posts: readonly string[];
  readonly units: readonly string[];
  readonly unitFields: readonly string[];
  readonly personFields: readonly string[];
  readonly steps: readonly string[];
  /** The step is done once for each of a list: of persons, of units, or of something else. */
  readonly items: 'persons' | 'units' | 'other' | null;
}

/** Whether a kind can be chosen at all: something must be there to name. */
export function isPossible(kind: WhoKind, candidates: Candidates): boolean {
  if (kind === 'post') return candidates.posts.length > 0;
  if (kind === 'personInField') return candidates.personFields.length > 0;
  if (kind === 'sameAs') return candidates.steps.length > 0;
  return kind !== 'personOfItem' || candidates.items === 'persons';
}

/** The same for where a post is looked for. */
export function isPlace(unit: WhereKind, candidates: Candidates): boolean {
  if (unit === 'named') return candidates.units.length > 0;
  if (unit === 'field') return candidates.unitFields.length > 0;
  if (unit === 'ofStep') return candidates.steps.length > 0;
  return unit !== 'ofItem' || candidates.items === 'units' || candidates.items === 'persons';
}

/** Another kind of doer, complete at once: what it must name is the likeliest there is, so that the file can always be read. */
export const ofKind = (who: Who, kind: WhoKind, candidates: Candidates): Who => ({
  ...who,
  kind,
  post: who.post || (candidates.posts[0] ?? ''),
  field: who.field || (candidates.personFields[0] ?? ''),
  step: who.step || (candidates.steps[0] ?? ''),
  // A leader is in charge of some unit, never of the whole office.
  unit: kind === 'leaderInCharge' && who.unit === 'wholeOffice' ? 'initiators' : who.unit,
});

/** Another place to look for the post, complete at once. */
export function inPlace(who: Who, unit: WhereKind, candidates: Candidates): Who {
  const first = { named: candidates.units, field: candidates.unitFields, ofStep: candidates.steps } as const;
  const of = unit === 'named' || unit === 'field' || unit === 'ofStep' ? (first[unit][0] ?? '') : '';
  return { ...who, unit, of: unit === who.unit ? who.of : of };
}
