/** For all processes of one diagram together. */
const OF_DIAGRAM = 5_000_000;

/** For one process, with all that is looked at for it. */
const OF_PROCESS = 2_500_000;

/** For one process whatever others have taken: enough for one of the usual size. */
const AT_LEAST = 30_000;

/**
 * The work that may still be done for something, shared by all searches that are made for it, so that many together take no longer than a few:
 * what `costOf` tells of each step that the kernel does. A million takes a second or two.
 */
export class Allowance {
  #left: number;
  readonly #whole: Allowance | undefined;
  /** So much is left of this one when the whole counts: what must be given in any case has been. */
  readonly #given: number;

  constructor(left = OF_DIAGRAM, whole?: Allowance, atLeast = 0) {
    this.#left = left;
    this.#whole = whole;
    this.#given = left - atLeast;
  }

  get isSpent(): boolean {
    return this.#left < 0 || (this.#whole !== undefined && this.#left < this.#given && this.#whole.isSpent);
  }

  spend(work: number): void {
    this.#left -= work;
    this.#whole?.spend(work);
  }

  /** What one process of a diagram may take of it. */
  forProcess = (): Allowance => new Allowance(OF_PROCESS, this, AT_LEAST);
}
