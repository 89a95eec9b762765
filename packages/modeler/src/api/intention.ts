import { useCallback, useRef } from 'react';
import { newRequest } from './client.ts';

/** The request id of what is being asked: the same content asked again – after a line that was cut – is one intention, other content a new one. */
export function useIntention(): (content: unknown) => string {
  const last = useRef({ said: '', request: '' });
  return useCallback((content) => {
    const said = JSON.stringify(content);
    if (last.current.said !== said) last.current = { said, request: newRequest() };
    return last.current.request;
  }, []);
}
