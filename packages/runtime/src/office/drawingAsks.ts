/**
 * POST /api/flows/:flow/drawing/hold: the tab that asks becomes the one that draws; `takeOver` from whoever holds it now. Again by the
 * holder: still here. A hold ends by release, by publishing or by being taken over, never by itself. `hold`: a secret of the tab.
 */
export interface HoldDrawing {
  readonly hold: string;
  readonly takeOver: boolean;
}

/**
 * PUT /api/flows/:flow/drawing, its body gzipped: the whole file, saved on the revision that the tab last knew. Where the answer got lost,
 * the same text must be sent again before another. Where nobody draws, who saves becomes the one who draws.
 */
export interface SaveDrawing {
  readonly hold: string;
  readonly revision: number;
  readonly xml: string;
  /** Others may draw from then on: what the page of a tab asks when it is closed, as two requests could overtake each other. */
  readonly release?: boolean | undefined;
}

/** POST /api/flows/:flow/drawing/release and …/discard (back to the latest version; what was drawn stays as a kept point) */
export interface OwnDrawing {
  readonly hold: string;
}

/** POST /api/flows/:flow/drawing/keep: keeps this moment of the draft. */
export interface KeepDrawing {
  readonly hold: string;
  readonly words: string;
}

/** POST /api/flows/:flow/publish, refused with everything that stands in its way in `fields`, one entry per problem, each with its element: the draft as it was saved at `revision`, upon version `latest`. */
export interface PublishDrawing {
  readonly request: string;
  readonly hold: string;
  readonly revision: number;
  readonly latest: number;
  readonly note: string;
  /** From when new cases run on it; null = at once. */
  readonly effectiveFrom: string | null;
}

/** POST /api/flows/new: a flow with a start, one step and an end, or the given file. Answers `{ flow }`. */
export interface NewFlow {
  readonly request: string;
  readonly name: string;
  readonly xml?: string | undefined;
}
