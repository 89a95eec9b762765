import type { Browser } from 'playwright-core';

/** Where the two are: the product with its demo, signed in as its process owner, and a page with bpmn-js as it comes. */
export interface Places {
  readonly browser: Browser;
  readonly studio: string;
  readonly cookie: string;
  readonly bare: string;
}
