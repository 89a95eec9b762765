#!/usr/bin/env node
// The `guicheng` command: builds what is stale, then runs what was built.
import { build, root } from './build.js';

build({ app: process.argv[2] === 'start' });
const { run } = await import('../dist/cli/program.js');
await run(root, process.argv.slice(2));
