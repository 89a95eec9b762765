import { readdirSync } from 'node:fs';
import { jest } from '@jest/globals';
import { keepIn } from '../runtime/office/harness.ts';
import { newDatabase } from './database.ts';

// All stories of the office, each office of them in a MongoDB database of its own; FerretDB is slow. What is tried at random, hundreds of
// times, is tried on the memory store only.
jest.setTimeout(120_000);
keepIn((clock) => newDatabase().open({ clock }));

const stories = readdirSync('test/runtime/office').filter((file) => file.endsWith('.test.ts') && !file.endsWith('.property.test.ts'));
// Thousands of commits: minutes on FerretDB, so not on a desk.
const LONG = process.env['CI'] ? [] : ['drawingCrash.test.ts', 'messagesCrash.test.ts', 'migrationCrash.test.ts', 'migrationMany.test.ts'];
for (const file of stories.filter((one) => !LONG.includes(one))) await import(`../runtime/office/${file}`);
