/** What this browser keeps of a drawing for one tab: the whole after the last command, and how it stands to the server. */
export interface LocalCopy {
  /** The tab's own id, by which the server knows who draws. */
  readonly hold: string;
  readonly xml: string;
  /** The revision of the server's draft that it was drawn upon; 0 where there was none. */
  readonly revision: number;
  /** The version that the draft was begun on: revisions of another draft mean something else. */
  readonly base: number;
  /** The server may not have it. */
  readonly unsent: boolean;
  /** Fingerprints of what went to the server since its last answer: any of them may have arrived. */
  readonly onItsWay: readonly string[];
  /** By this machine's clock: to be shown, and to tell copies of this machine apart; never compared with the server's. */
  readonly at: string;
}

/** Where a browser keeps its copies of one person's drawing of one flow. */
export interface Copies {
  list(): Promise<readonly LocalCopy[]>;
  keep(copy: LocalCopy): Promise<void>;
  drop(hold: string): Promise<void>;
}
