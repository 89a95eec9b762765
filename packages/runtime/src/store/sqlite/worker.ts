import { parentPort, workerData } from 'node:worker_threads';
import { openDesk, type LineTo } from './desk.ts';
import type { Answer } from './group.ts';
import type { Call } from './line.ts';

// The thread of the writer or of the reader: takes calls from the store and answers them, the answers of one moment in one message.
const port = parentPort;
if (!port) throw new Error('this file is started by the store, as a worker');
const desk = openDesk(workerData as LineTo);
let answers: (Answer & { readonly id: number })[] = [];

const send = (): void => {
  if (answers.length > 0) port.postMessage(answers);
  answers = [];
};

port.on('message', (message: 'close' | readonly Call[]) => {
  if (message === 'close') {
    desk.close();
    send();
    port.close();
    return;
  }
  for (const { id, name, args } of message) {
    desk.take({
      name,
      args,
      answer(answer) {
        if (answers.length === 0) queueMicrotask(send);
        answers.push({ ...answer, id });
      },
    });
  }
});
