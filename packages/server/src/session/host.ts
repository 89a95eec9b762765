import type { IncomingMessage } from 'node:http';

/** Whether a proxy at this address, so many hops away, is believed. Express compiles it from `trust proxy`. */
export type Trusts = (address: string, hop: number) => boolean;

/** The host that the browser asked for: what a trusted proxy says it was, else what the request says. */
export function hostOf(request: IncomingMessage, trusts: Trusts): string | undefined {
  const forwarded = request.headers['x-forwarded-host'];
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
  return first && trusts(request.socket.remoteAddress ?? '', 0) ? first : request.headers.host;
}

/** Whether a host is a name of this machine itself, with or without a port. */
export const isThisMachine = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
