import { compare, type Comparing } from './difference/compare.ts';

// The worker: each question is answered under its number; without an answer where it failed.
globalThis.addEventListener('message', ({ data: { id, about } }: MessageEvent<{ readonly id: number; readonly about: Comparing }>) => {
  compare(about).then(
    (compared) => globalThis.postMessage({ id, compared }),
    () => globalThis.postMessage({ id }),
  );
});
