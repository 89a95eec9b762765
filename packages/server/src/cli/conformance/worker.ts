import { parentPort } from 'node:worker_threads';
import { runHere, type Question } from './openRunner.ts';

// Runs cases beside whoever asks, one after the other.
const port = parentPort;
if (!port) throw new Error('this file is started by the conformance command, as a worker');

port.on('message', (question: Question) => void runHere(question).then((result) => port.postMessage(result)));
