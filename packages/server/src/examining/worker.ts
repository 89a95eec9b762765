import { parentPort } from 'node:worker_threads';
import type { Examiner } from '@guicheng/runtime';
import { checkWhole, look } from '@guicheng/runtime/checking';

/** A question as it crosses to the worker. */
export type Question =
  | { readonly ask: 'look'; readonly xml: string }
  | { readonly ask: 'check'; readonly xml: string; readonly known: Parameters<Examiner['check']>[1] };

// Reads diagrams beside the server's event loop, one after the other.
const port = parentPort;
if (!port) throw new Error('this file is started by the server, as a worker');

port.on('message', (question: Question) => {
  const answer = question.ask === 'look' ? look(question.xml) : checkWhole(question.xml, question.known);
  answer.then(
    (value) => port.postMessage(value),
    (error: unknown) => {
      throw error;
    },
  );
});
