import type { Server } from 'node:http';

/**
 * Lets a server end gently. Returned is what ends it: it takes no more connections, waits for the open requests, closes connections that
 * are only kept for later, and cuts off what is still open after so many milliseconds.
 */
export function closing(http: Server): (within: number) => Promise<void> {
  let ends = false;
  http.on('request', (_request, response) => {
    response.once('close', () => {
      // A turn later the connection counts as idle.
      if (ends) setImmediate(() => http.closeIdleConnections());
    });
  });
  return (within) =>
    new Promise((closed) => {
      ends = true;
      const enough = setTimeout(() => http.closeAllConnections(), within);
      http.close(() => {
        clearTimeout(enough);
        closed();
      });
      http.closeIdleConnections();
    });
}
