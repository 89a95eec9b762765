// A thread for tests: it says what it is asked, is silent for ever, hoards memory, or dies, as it is told.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (question) => {
  if (question === 'be silent') return;
  if (question === 'die') throw new Error('as told');
  const hoard = [];
  if (question === 'hoard') for (;;) hoard.push(Array.from({ length: 100_000 }, (_, n) => n + hoard.length));
  parentPort.postMessage(question);
});
