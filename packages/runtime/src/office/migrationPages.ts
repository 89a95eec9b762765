import type { Text } from '../words/text.ts';
import type { PersonRef } from './personRef.ts';

/** POST /api/flows/:flow/migrations/preview: what would become of the running cases of version `from` in version `to`; changes nothing. */
export interface PreviewMigration {
  readonly from: number;
  readonly to: number;
  /** What the owner has said about single steps; the rest is suggested. */
  readonly map: { readonly [from: string]: string };
}

/** A step or arrow where cases are, and what it becomes. */
export interface MigrationStep {
  readonly element: string;
  readonly name: Text;
  readonly to: string | null;
  readonly toName: Text | null;
  /** `same`: it has the same id; `suggested`: by name and place; `chosen`: by the owner; null: nobody knows. */
  readonly how: 'same' | 'suggested' | 'chosen' | null;
  /** How many cases are there. */
  readonly cases: number;
  /** What it may become. */
  readonly options: readonly { readonly element: string; readonly name: Text }[];
}

/** One case of a dry run, or of a job that is done. `title` is null for whoever may not read the case. */
export interface MigrationCase {
  readonly case: string;
  readonly title: string | null;
  readonly number: string | null;
  readonly places: readonly { readonly from: Text; readonly to: Text | null }[];
  /** Why it cannot go; empty where it can. */
  readonly reasons: readonly Text[];
  /** What changes beside the steps. */
  readonly notes: readonly Text[];
}

export interface MigrationPreview {
  /** Named when the move is begun: it is bound to how each case was then. */
  readonly preview: string;
  readonly from: number;
  readonly to: number;
  readonly steps: readonly MigrationStep[];
  /** How many cases can go, and how many cannot. */
  readonly ready: number;
  readonly refused: number;
  /** The first five hundred, those that cannot go before the others. */
  readonly cases: readonly MigrationCase[];
}

/** POST /api/flows/:flow/migrations: moves the cases that could go in this dry run. */
export interface BeginMigration {
  readonly request: string;
  readonly preview: string;
}

/** What came of one case. */
export interface MigrationResult {
  readonly case: string;
  readonly title: string | null;
  readonly number: string | null;
  /** `left`: it could not go in the dry run already; `kept`: it could not be put back. */
  readonly outcome: 'moved' | 'refused' | 'left' | 'undone' | 'kept';
  /** It had changed since the dry run, and was looked at anew. */
  readonly anew: boolean;
  readonly reasons: readonly Text[];
}

/** GET /api/flows/:flow/migrations/:id and each of GET /api/flows/:flow/migrations, newest first, there without results. */
export interface MigrationPage {
  readonly id: string;
  readonly flow: string;
  readonly from: number;
  readonly to: number;
  readonly by: PersonRef;
  readonly at: string;
  readonly phase: 'moving' | 'moved' | 'undoing' | 'undone';
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
  readonly left: number;
  readonly undone: number;
  /** How many could not be put back. */
  readonly kept: number;
  /** The first five hundred, those with a reason before the others. */
  readonly results: readonly MigrationResult[];
}
