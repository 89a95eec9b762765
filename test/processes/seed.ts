import { readFileSync } from 'node:fs';

/** A box of the office's paper, as two readings of it agreed. */
export interface Box {
  readonly zh: string;
  readonly en: string;
  readonly who: string;
  readonly kind: string;
  readonly element: string;
  readonly limits?: readonly { readonly when: string | null; readonly value: number; readonly unit: string; readonly words: string }[];
  readonly decides?: { readonly key: string; readonly values: readonly string[] };
}

export interface SeedFlow {
  readonly no: string;
  readonly file: string;
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly boxes: readonly Box[];
  readonly fields: readonly { readonly key: string; readonly zh: string; readonly at: string }[];
  readonly links: readonly { readonly to: string; readonly kind: string; readonly at: string }[];
}

/** Flows 4 and 6 of the paper. */
export const seedFlows = JSON.parse(readFileSync(new URL('../seed/flows-04-06.json', import.meta.url), 'utf8')) as readonly SeedFlow[];
