/** Fen as an amount in yuan, with two decimals and without separators: 123456 → 1234.56. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen as it is read on paper: 123456 → ¥1,234.56. */
export function moneyText(fen: number): string {
  const [whole = '0', rest = '00'] = yuanOf(Math.abs(fen)).split('.');
  return `${fen < 0 ? '-' : ''}¥${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/**
 * What a person typed as yuan, in whole fen; separators, ¥, 元 and full-width digits are understood. Null where it is no amount or has
 * more than two decimals or twelve digits before them. Worked out on the digits: 1.005 × 100 is not 100.5 in a computer.
 */
export function fenOf(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s,，¥￥元]/g, '')
    .replace(/。/, '.');
  const found = /^(-?)(\d{1,12})(?:\.(\d{0,2})0*)?$/.exec(plain);
  if (!found) return null;
  const [, sign, whole = '0', rest = ''] = found;
  const fen = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return sign === '-' && fen !== 0 ? -fen : fen;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/** An amount in the capitals of a cheque, which nobody changes by a stroke: 123456 → 壹仟贰佰叁拾肆元伍角陆分. */
export function moneyInCapitals(fen: number): string {
  const amount = Math.abs(Math.trunc(fen));
  const [yuan, jiao, cent] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan === 0 ? '' : `${wholeInCapitals(yuan)}元`;
  const parts = [
    jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 && cent > 0 ? '零' : '',
    cent > 0 ? `${DIGITS[cent]}分` : '',
    cent === 0 ? '整' : '',
  ];
  return `${fen < 0 ? '负' : ''}${whole === '' && jiao === 0 && cent === 0 ? '零元' : whole}${parts.join('')}`;
}

function wholeInCapitals(yuan: number): string {
  const digits = String(yuan);
  let words = '';
  for (const [index, digit] of [...digits].entries()) {
    const place = digits.length - 1 - index;
    if (digit !== '0') words += (words !== '' && digits[index - 1] === '0' ? '零' : '') + DIGITS[Number(digit)] + (PLACES[place % 4] ?? '');
    // A group of four zeros has no name of its own: 1,0000,0001 is 壹亿零壹.
    const group = digits.slice(Math.max(0, index - 3), index + 1);
    if (place % 4 === 0 && place > 0 && (Number(group) > 0 || place % 8 === 0)) words += GROUPS[(place / 4) % 3] ?? '';
  }
  return words;
}
