/** A short name for a text, to tell whether the server has what was sent to it: the length and 64 bits. One pass; no secret, no proof. */
export function fingerprint(text: string): string {
  let [low, high] = [0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x5f356495);
    high = Math.imul(high ^ unit, 0x2c1b3c6d);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  return `${text.length}.${(low >>> 0).toString(36)}.${(high >>> 0).toString(36)}`;
}
