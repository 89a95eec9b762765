// A server as it ships, in a process of its own: argv tells the data folder. Prints its address when it listens.
import { startServer } from '../../packages/server/dist/main.js';

const running = await startServer({ port: 0, folder: process.argv[2], demo: true, root: process.cwd(), logLevel: 'error' });
process.stdout.write(`${running.address}\n`);
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
