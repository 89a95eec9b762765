import { useCallback, useEffect, useRef, useState } from 'react';
import { del, get, set } from 'idb-keyval';
import type { Json, Session } from '@guicheng/server/contract';
import { ask } from '../api/client.ts';
import { isSignedOut } from '../api/session.ts';
import { useRead } from '../api/queries.ts';
import type { KeptDraft } from './mergeDrafts.ts';
import type { Values } from './values.ts';

/**
 * `clean`: nothing typed; `saving`: on its way; `saved`: on the server; `here`: so far only in this browser; `signedOut`: the same, until
 * somebody signs in again.
 */
export type DraftState = 'clean' | 'saving' | 'saved' | 'here' | 'signedOut';

/** How long after the last key a draft goes to the server, and how soon it is tried again; in milliseconds. */
const REST = 800;
const AGAIN = 10_000;

/** What this browser keeps of a form, by the address of its draft; undefined until it was looked up. A browser that keeps nothing keeps none. */
export function useKept(path: string): { readonly key: string; readonly draft: KeptDraft | undefined } | undefined {
  const who = useRead<Session>('/api/session').data?.person.id;
  const key = who === undefined ? undefined : `guicheng.draft.${who}.${path}`;
  const [kept, setKept] = useState<{ readonly key: string; readonly draft: KeptDraft | undefined } | undefined>(undefined);
  useEffect(() => {
    if (key === undefined) return undefined;
    let over = false;
    get<KeptDraft>(key).then(
      (draft) => over || setKept({ key, draft }),
      () => over || setKept({ key, draft: undefined }),
    );
    return () => {
      over = true;
    };
  }, [key]);
  return kept?.key === key ? kept : undefined;
}

export interface Draft extends KeptDraft {
  readonly state: DraftState;
  readonly set: (field: string, value: Json) => void;
  /** Ticks something off, or no longer. */
  readonly tick: (id: string, on: boolean) => void;
  /** Ends a conflict: mine stays on top of what stands there now, or theirs is taken. */
  readonly settle: (field: string, choice: { readonly whose: 'mine' | 'theirs'; readonly now: Json }) => void;
  /** Forgets it everywhere, once it was handed in or given up. */
  readonly forget: () => void;
}

/**
 * Keeps a half-filled form: in the browser at once, on the server when the hands rest, and again when the line is back. `path` is where
 * the server keeps it, `key` where the browser does.
 */
export function useDraft(path: string, key: string, begun: KeptDraft): Draft {
  const [draft, setDraft] = useState<KeptDraft>(begun);
  const [state, setState] = useState<DraftState>(begun.savedAt && Object.keys(begun.values).length > 0 ? 'saved' : 'clean');
  const latest = useRef(draft);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const send = useCallback(() => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const sent = latest.current;
    ask(path, 'PUT', { values: sent.values }).then(
      () => setState((now) => (latest.current === sent ? 'saved' : now)),
      (error: unknown) => {
        setState(isSignedOut(error) ? 'signedOut' : 'here');
        waiting.current = setTimeout(send, AGAIN);
      },
    );
  }, [path]);
  useEffect(() => {
    // Leaving the page or the line coming back: what still waits goes out now.
    const flush = (): void => {
      if (waiting.current !== undefined) send();
    };
    globalThis.addEventListener('online', flush);
    globalThis.addEventListener('pagehide', flush);
    return () => {
      globalThis.removeEventListener('online', flush);
      globalThis.removeEventListener('pagehide', flush);
      flush();
      clearTimeout(waiting.current);
    };
  }, [send]);
  const keep = (next: Partial<KeptDraft>): void => {
    const kept: KeptDraft = { ...latest.current, ...next, savedAt: new Date().toISOString() };
    latest.current = kept;
    setDraft(kept);
    setState('saving');
    // A browser without storage still has the server's copy.
    set(key, kept).catch(() => undefined);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(send, REST);
  };
  return {
    ...draft,
    state,
    set: (field, value) => keep({ values: { ...latest.current.values, [field]: value } }),
    tick: (id, on) => keep({ ticked: [...latest.current.ticked.filter((one) => one !== id), ...(on ? [id] : [])] }),
    settle: (field, { whose, now }) => {
      const { [field]: mine, ...rest } = latest.current.values;
      const values: Values = whose === 'mine' && mine !== undefined ? { ...rest, [field]: mine } : rest;
      keep({ values, based: { ...latest.current.based, [field]: now } });
    },
    forget: () => {
      clearTimeout(waiting.current);
      waiting.current = undefined;
      latest.current = { values: {}, based: {}, ticked: [], savedAt: null };
      setDraft(latest.current);
      setState('clean');
      del(key).catch(() => undefined);
      ask(path, 'PUT', { values: {} }).catch(() => undefined);
    },
  };
}
