import { parentPort, workerData } from 'node:worker_threads';
import { openDesk, type LineTo } from './desk.ts';
import type { Answer } from './group.ts';

// The thread of the writer or of the reader: takes calls from the store and answers them, the answers of one moment in one message.
const port = parentPort;
if (!port) throw new Error('this file is started by the store, as a worker');
const desk = openDesk(workerData as LineTo);
let answers: (Answer & { readonly id: number })[] = [];

const send = (): void => {
  if (answers.length > 0) port.postMessage(answers);
  answers = [];
};

port.on('message', (message: 'close' | { readonly id: number; readonly name: string; readonly args: readonly unknown[] }) => {
  if (message === 'close') {
    desk.close();
    send();
    port.close();
    return;
  }
  desk.take({
    name: message.name,
    args: message.args,
    answer(answer) {
      if (answers.length === 0) queueMicrotask(send);
      answers.push({ ...answer, id: message.id });
    },
  });
});
