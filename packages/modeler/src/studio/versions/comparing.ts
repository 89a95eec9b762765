import type { Compared, Comparing } from './difference/compare.ts';

interface Reply {
  readonly id: number;
  readonly compared?: Compared;
}

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, { readonly resolve: (compared: Compared) => void; readonly reject: (error: Error) => void }>();

/** Compares in a worker, which is made at the first question and stays; where there are none, here. Rejects where it fails. */
export async function comparing(about: Comparing): Promise<Compared> {
  if (typeof Worker === 'undefined') return (await import('./difference/compare.ts')).compare(about);
  worker ??= begin();
  asked += 1;
  const id = asked;
  const reply = new Promise<Compared>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, about });
  return reply;
}

function begin(): Worker {
  const made = new Worker(new URL('./comparer.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.compared) one?.resolve(data.compared);
    else one?.reject(new Error('the two could not be compared'));
  });
  made.addEventListener('error', () => {
    for (const one of waiting.values()) one.reject(new Error('the worker stopped'));
    waiting.clear();
    worker = undefined;
  });
  return made;
}
