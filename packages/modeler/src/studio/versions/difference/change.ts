import type { Text } from '@guicheng/runtime/model';
import type { Json } from '@guicheng/runtime/model';
import type { Piece } from './piece.ts';
import type { Side } from './side.ts';

/** What can be said of two versions; closed. */
export const CHANGES = [
  'added',
  'removed',
  'renamed',
  'kind',
  'place',
  'way',
  'order',
  'branch',
  'event',
  'who',
  'form',
  'access',
  'decision',
  'limit',
  'risk',
  'guidance',
  'papers',
  'handling',
  'times',
  'call',
  'data',
  'about',
  'starter',
  'note',
  'foreign',
  'other',
] as const;
export type Change = (typeof CHANGES)[number];

/** One sentence about what changed; where a text is too long for a sentence, it stands beside it as it was and as it is. */
export interface Said {
  readonly change: Change;
  readonly says: Text;
  readonly was?: Text;
  readonly now?: Text;
  /** BPMN's own name of it, for those who know it. */
  readonly bpmn?: string;
}

/** The names that stand in the organization, not in the file. */
export interface Names {
  readonly posts: readonly { readonly id: string; readonly name: Text }[];
  readonly units: readonly { readonly id: string; readonly name: Text }[];
  readonly flows: readonly { readonly key: string; readonly name: Text }[];
}

/** Where a change was found. For what was added or removed, one of the two pieces is the other. */
export interface Spot {
  readonly piece: Piece;
  readonly before: Side;
  readonly after: Side;
  readonly names: Names;
  /** The step is new: what is said of it tells what it has, not what became of it. */
  readonly isNew: boolean;
}

/** Says in words how one kind of fact changed. Nothing said = nobody would notice; then it is said in general that something did. */
export type Teller = (was: Json | undefined, now: Json | undefined, at: Spot) => readonly Said[];
