/**
 * What TRUST_PROXY says, as express wants it: nobody, so many hops, or the addresses of the proxies (`loopback`, `10.0.0.0/8`, comma
 * between). Undefined where it says something else: believing everybody would let anybody choose an address.
 */
export function trustProxy(said: string | undefined): false | number | readonly string[] | undefined {
  const text = said?.trim() ?? '';
  if (text === '' || text === '0') return false;
  if (/^\d$/.test(text)) return Number(text);
  const names = text.split(',').map((name) => name.trim());
  return names.every((name) => /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]{3,39}(\/\d{1,3})?)$/.test(name)) ? names : undefined;
}
