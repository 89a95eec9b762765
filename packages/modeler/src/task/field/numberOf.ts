/** What a person typed as a number: separators and full-width digits are understood. Null where it is none. */
export function numberOf(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s,，]/g, '')
    .replace('。', '.');
  return /^-?\d{1,15}(?:\.\d*)?$/.test(plain) ? Number(plain) : null;
}
