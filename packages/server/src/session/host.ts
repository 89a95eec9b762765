import type { IncomingMessage } from 'node:http';

/** Whether a proxy at this address, so many hops away, is believed. Express compiles it from `trust proxy`. */
export type Trusts = (address: string, hop: number) => boolean;

/** The host that the browser asked for: what a trusted proxy says it was, else what the request says. */
export function hostOf(request: IncomingMessage, trusts: Trusts): string | undefined {
  const forwarded = request.headers['x-forwarded-host'];
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
  return first && trusts(request.socket.remoteAddress ?? '', 0) ? first : request.headers.host;
}
