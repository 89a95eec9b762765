// A browser is killed while somebody draws in it, and opened again: all but the last second's commands are there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killBrowser } from './killedBrowser.js';

/** `node test/e2e/killedBrowser.js 20` does so by hand, as often as one likes. */
const ROUNDS = 3;

test(`a browser that is killed ${ROUNDS} times loses no more than the last second`, async () => {
  assert.equal(await killBrowser(ROUNDS, (line) => process.stdout.write(`  ${line}\n`)), 0);
});
