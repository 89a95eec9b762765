import { StoreUnavailable, type Store } from '../../../packages/runtime/src/ports/store.ts';

/** A store that ends at one of its calls, before it is done or after, when only the answer is lost; and whether it came to that call. */
export function endingAt(store: Store, call: number, done: boolean) {
  const state = { calls: 0, ended: false };
  const ending = <Of extends object>(part: Of): Of =>
    new Proxy(part, {
      get(target, name) {
        const real: unknown = Reflect.get(target, name);
        if (typeof real !== 'function') return real !== null && typeof real === 'object' ? ending(real) : real;
        return async (...args: unknown[]) => {
          state.calls += 1;
          if (state.calls > call) throw new StoreUnavailable('the store has ended');
          const ends = state.calls === call;
          state.ended ||= ends;
          if (ends && !done) throw new StoreUnavailable('the store ends before it');
          const answer: unknown = await (real as (...given: unknown[]) => unknown).apply(target, args);
          if (ends) throw new StoreUnavailable('the store ends after it');
          return answer;
        };
      },
    });
  return { store: ending(store), state };
}
