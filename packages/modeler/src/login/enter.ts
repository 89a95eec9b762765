/** What each way of signing in is given: it hands over what was typed, and shows what was refused. */
export interface Enter {
  readonly enter: (path: string, body: unknown) => void;
  readonly busy: boolean;
  readonly fault: string | null;
}
