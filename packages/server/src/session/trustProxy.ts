import { isIP } from 'node:net';

const NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * What TRUST_PROXY says, as express wants it: nobody, so many hops, or the addresses of the proxies (`loopback`, `10.0.0.0/8`, comma
 * between). Undefined where it says something else: believing everybody would let anybody choose an address.
 */
export function trustProxy(said: string | undefined): false | number | readonly string[] | undefined {
  const text = said?.trim() ?? '';
  if (text === '' || text === '0') return false;
  if (/^\d$/.test(text)) return Number(text);
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => NAMES.has(name) || isNetwork(name)) ? names : undefined;
}

/** An address, or a network such as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128));
}
