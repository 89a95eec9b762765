import { useEffect, useRef, useState } from 'react';
import type { Session } from '@guicheng/server/contract';
import { ask } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import type { Values } from './form.tsx';

export type DraftState = 'clean' | 'saved' | 'unsaved';

/** How long after the last key a draft goes to the server, in milliseconds. */
const REST = 800;

/**
 * Keeps a half-filled form: in the browser at once, on the server when the hands rest. What was typed survives a closed window and a
 * broken line. `drop` forgets it once it was handed in.
 */
export function useDraft(
  path: string,
  begun: Values,
): {
  readonly values: Values;
  readonly set: (field: string, value: Values[string]) => void;
  readonly state: DraftState;
  readonly drop: () => void;
} {
  const who = useRead<Session>('/api/session').data?.person.id ?? '';
  const key = `guicheng.draft.${who}.${path}`;
  const [values, setValues] = useState<Values>(() => {
    const kept = localStorage.getItem(key);
    return kept ? (JSON.parse(kept) as Values) : begun;
  });
  const [state, setState] = useState<DraftState>('clean');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    values,
    state,
    set(field, value) {
      const next = { ...values, [field]: value };
      setValues(next);
      localStorage.setItem(key, JSON.stringify(next));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        ask(path, 'PUT', { values: next }).then(
          () => setState('saved'),
          () => setState('unsaved'),
        );
      }, REST);
    },
    drop() {
      clearTimeout(timer.current);
      localStorage.removeItem(key);
    },
  };
}
