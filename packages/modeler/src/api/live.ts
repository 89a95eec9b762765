import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { io } from 'socket.io-client';
import type { Changes } from '@guicheng/server/contract';
import { ask } from './client.ts';
import { tellDrawingNews } from './drawingNews.ts';
import { isSignedOut, SESSION } from './session.ts';

/** live: by the socket; polling: no socket gets through, the server is asked instead; offline: it cannot be reached at all. */
export type LiveState = 'live' | 'polling' | 'reconnecting' | 'offline';

/** How often the server is asked where no socket gets through, in milliseconds. */
const POLL = 5000;

/** Keeps what is on the screen up to date: by the socket, or by asking every five seconds. Tells which of the two. */
export function useLive(signedIn: boolean): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('reconnecting');
  useEffect(() => {
    if (!signedIn) return undefined;
    let cursor = '';
    let connected = false;
    let over = false;
    const refresh = (changes: Changes): void => {
      cursor = changes.cursor;
      if (changes.cases.length > 0) void queries.invalidateQueries();
      if (!changes.drawings) return;
      tellDrawingNews();
      // The shelf says of each flow who draws it.
      void queries.invalidateQueries({ queryKey: ['/api/flows'] });
    };
    const catchUp = (): Promise<void> =>
      ask<Changes>(`/api/me/changes?since=${encodeURIComponent(cursor)}`).then(
        (changes) => {
          if (over) return;
          refresh(changes);
          if (!connected) setState('polling');
        },
        (error: unknown) => {
          if (over) return;
          if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: [SESSION] });
          else if (!connected) setState('offline');
        },
      );
    const socket = io({ transports: ['websocket'], reconnectionDelayMax: 5000 });
    socket.on('connect', () => {
      connected = true;
      setState('live');
      void catchUp();
      // What could not be read while the line was cut.
      void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
    });
    socket.on('disconnect', () => {
      connected = false;
      setState('reconnecting');
    });
    socket.on('changes', refresh);
    const timer = setInterval(() => {
      if (!connected) void catchUp();
    }, POLL);
    const away = (): void => {
      if (!connected) setState('offline');
    };
    globalThis.addEventListener('offline', away);
    return () => {
      over = true;
      globalThis.removeEventListener('offline', away);
      clearInterval(timer);
      socket.disconnect();
    };
  }, [signedIn, queries]);
  return state;
}
