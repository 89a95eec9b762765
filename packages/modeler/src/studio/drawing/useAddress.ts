import { useEffect, useRef } from 'react';
import { App } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { ask, reasonOf } from '../../api/client.ts';
import { useWords } from '../../words/words.ts';
import { chooseOn } from './check/chooseOn.ts';
import type { Desk } from './desk.ts';
import { keepBefore } from './more/keepBefore.ts';
import type { Opened } from './opening.ts';

/** What another page asks of the drawing: to go on from this state of the file. It is no part of the address: a link that is sent replaces nothing. */
export interface GoOnFrom {
  /** Where its text is read. */
  readonly path: string;
  /** How it is called. */
  readonly words: string;
}

/**
 * Does once, when the drawing is open, what brought somebody here: /draw?element= chooses a place; `GoOnFrom` in the history's state puts
 * another state of the file on the canvas, after what is there now was kept.
 */
export function useAddress(opened: Opened, desk: Desk | undefined): void {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const { search, pathname, state } = useLocation();
  const navigate = useNavigate();
  const done = useRef(false);
  useEffect(() => {
    if (!desk || done.current) return;
    done.current = true;
    const element = new URLSearchParams(search).get('element');
    const from = goOnFrom(state);
    if (element !== null) chooseOn(desk.modeler, element);
    if (from) {
      const goOn = async (): Promise<void> => {
        const { xml } = await ask<{ readonly xml: string }>(from.path);
        await keepBefore(opened, desk.keeper, w('keptBeforeBack', { words: from.words }));
        await desk.replace(xml);
        void message.success(w('backAt', { words: from.words }));
      };
      goOn().catch((error: unknown) => void message.error(t(reasonOf(error))));
    }
    // A reload asks for nothing again.
    if (element !== null || from) void navigate(pathname, { replace: true, state: null });
  }, [desk, opened, search, pathname, state, navigate, message, t, w]);
}

function goOnFrom(state: unknown): GoOnFrom | undefined {
  if (typeof state !== 'object' || state === null || !('path' in state) || !('words' in state)) return undefined;
  const { path, words } = state;
  return typeof path === 'string' && path.startsWith('/api/flows/') && typeof words === 'string' ? { path, words } : undefined;
}
