import { readdirSync } from 'node:fs';
import { keepIn } from '../runtime/office/harness.ts';
import { newDatabase } from './database.ts';

// All stories of the office, each office of them in a MongoDB database of its own.
keepIn((clock) => newDatabase().open({ clock }));

const stories = readdirSync('test/runtime/office').filter((file) => file.endsWith('.test.ts'));
for (const file of stories) await import(`../runtime/office/${file}`);
