#!/usr/bin/env node
// The `guicheng` command: builds what is stale, then runs what was built.
import { build, root } from './build.js';

build({ app: process.argv[2] === 'start' });
const { program } = await import('../dist/cli/program.js');
await program(root).parseAsync(process.argv);
