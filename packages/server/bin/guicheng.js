#!/usr/bin/env node
// The `guicheng` command: builds what is stale, then runs what was built.
import { build, root } from './build.js';

const [command, ...rest] = process.argv.slice(2);
build({ app: command === 'start', roundtrip: command === 'roundtrip' && !rest.includes('--help') });
const { run } = await import('../dist/cli/program.js');
await run(root, process.argv.slice(2));
