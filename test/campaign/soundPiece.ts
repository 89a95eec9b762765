import * as fc from 'fast-check';

/** A block-structured process as a tree; whatever it is, it is sound. */
export type Piece =
  | { readonly is: 'work'; readonly kind: (typeof WORK)[number] }
  | { readonly is: 'wait'; readonly kind: (typeof WAITS)[number] }
  | { readonly is: 'throw'; readonly kind: (typeof THROWS)[number] }
  | { readonly is: 'many'; readonly inTurn: boolean; readonly behavior: (typeof BEHAVIORS)[number]; readonly enough: boolean }
  | { readonly is: 'loop'; readonly before: boolean; readonly maximum: boolean }
  /** Two tokens go out of a step and are gathered again. */
  | { readonly is: 'twice' }
  /** A step that can be undone, and later is. */
  | { readonly is: 'undo'; readonly how: 'all' | 'one' | 'later' | 'never'; readonly between: Piece }
  | { readonly is: 'row'; readonly pieces: readonly Piece[] }
  | { readonly is: 'split'; readonly by: Split; readonly other: boolean; readonly pieces: readonly Piece[] }
  /** Back to before it as long as somebody says so. */
  | { readonly is: 'again'; readonly piece: Piece }
  | {
      readonly is: 'inside';
      readonly shell: Shell;
      readonly trouble: Trouble;
      readonly where: 'border' | 'aside';
      readonly cuts: boolean;
      readonly piece: Piece;
    };

/** `race`: an event-based gateway; `fork` and `perhaps`: a step with several ways out; `enough`: a complex gateway that waits for some. */
export type Split = (typeof SPLITS)[number];
export type Shell = (typeof SHELLS)[number];
/** What may happen to a sub-process while it runs. */
export type Trouble = (typeof TROUBLES)[number];

const WORK = ['userTask', 'task', 'manualTask', 'serviceTask', 'sendTask', 'businessRuleTask'] as const;
const WAITS = ['timer', 'conditional', 'receive', 'several', 'all'] as const;
const THROWS = ['none', 'escalation', 'signal', 'message', 'link'] as const;
const BEHAVIORS = ['All', 'None', 'One', 'Complex'] as const;
const SPLITS = ['one', 'some', 'all', 'race', 'fork', 'perhaps', 'enough'] as const;
const SHELLS = ['sub', 'transaction', 'call', 'each', 'inTurn', 'loop', 'adHoc', 'adHocInTurn'] as const;
const TROUBLES = [
  'none',
  'timer',
  'cycle',
  'message',
  'signal',
  'conditional',
  'escalation',
  'error',
  'both',
  'cancel',
  'terminate',
  'compensate',
] as const;

/** What processes are built of. */
export interface Kinds {
  readonly waits: readonly (typeof WAITS)[number][];
  readonly throws: readonly (typeof THROWS)[number][];
  readonly behaviors: readonly (typeof BEHAVIORS)[number][];
  readonly splits: readonly Split[];
  readonly shells: readonly Shell[];
  readonly troubles: readonly Trouble[];
  /** Whether steps are done again in a loop, several tokens go out of one, and what was done is undone. */
  readonly repeats: boolean;
}

/** Sound processes of these kinds; small, so that every one of them can be decided. */
export const piecesOf = ({ waits, throws, behaviors, splits, shells, troubles, repeats }: Kinds): fc.Arbitrary<Piece> =>
  fc.letrec<{ piece: Piece; leaf: Piece }>((tie) => {
    const several = fc.array(tie('piece'), { minLength: 2, maxLength: 3 });
    const weight = repeats ? 1 : 0;
    return {
      leaf: fc.oneof(
        { weight: 4, arbitrary: fc.record({ is: fc.constant('work' as const), kind: fc.constantFrom(...WORK) }) },
        { weight: 2, arbitrary: fc.record({ is: fc.constant('wait' as const), kind: fc.constantFrom(...waits) }) },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('throw' as const), kind: fc.constantFrom(...throws) }) },
        {
          weight: 1,
          arbitrary: fc.record({
            is: fc.constant('many' as const),
            inTurn: fc.boolean(),
            behavior: fc.constantFrom(...behaviors),
            enough: fc.boolean(),
          }),
        },
        { weight, arbitrary: fc.record({ is: fc.constant('loop' as const), before: fc.boolean(), maximum: fc.boolean() }) },
        { weight, arbitrary: fc.constant<Piece>({ is: 'twice' }) },
      ),
      piece: fc.oneof(
        { depthSize: 'small', withCrossShrink: true, maxDepth: 2 },
        tie('leaf'),
        fc.record({ is: fc.constant('row' as const), pieces: several }),
        fc.record({ is: fc.constant('split' as const), by: fc.constantFrom(...splits), other: fc.boolean(), pieces: several }),
        fc.record({ is: fc.constant('again' as const), piece: tie('piece') }),
        {
          weight,
          arbitrary: fc.record({
            is: fc.constant('undo' as const),
            how: fc.constantFrom('all' as const, 'one' as const, 'later' as const, 'never' as const),
            between: tie('piece'),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({
            is: fc.constant('inside' as const),
            shell: fc.constantFrom(...shells),
            trouble: fc.constantFrom(...troubles),
            where: fc.constantFrom('border' as const, 'aside' as const),
            cuts: fc.boolean(),
            piece: tie('piece'),
          }),
        },
      ),
    };
  }).piece;

/** Sound processes of the whole executable class. */
export const soundPieces = piecesOf({
  waits: WAITS,
  throws: THROWS,
  behaviors: BEHAVIORS,
  splits: SPLITS,
  shells: SHELLS,
  troubles: TROUBLES,
  repeats: true,
});
