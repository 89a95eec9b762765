import type { XmlElement } from '../../file/xml/node.ts';

export type Two = readonly [XmlElement, XmlElement];
/** Says of two elements of one name whether nothing differs in them. */
export type Same = (one: XmlElement, other: XmlElement) => boolean;

/** The longest row of equal ones stands fast; between them, those of one name are paired in their order. */
export function aligned(ones: readonly XmlElement[], others: readonly XmlElement[], same: Same): readonly Two[] {
  let [from, to] = [0, 0];
  const pairs: Two[] = [];
  for (const [left, right] of [...standing(ones, others, same), [ones.length, others.length] as const]) {
    pairs.push(...inOrder(ones.slice(from, left), others.slice(to, right)));
    const [one, other] = [ones[left], others[right]];
    if (one && other) pairs.push([one, other]);
    [from, to] = [left + 1, right + 1];
  }
  return pairs;
}

/** Indexes of the longest common row; the beginning and the end first, as almost always little differs. */
function standing(ones: readonly XmlElement[], others: readonly XmlElement[], same: Same): readonly (readonly [number, number])[] {
  const equal = (at: number, with_: number): boolean => {
    const [one, other] = [ones[at], others[with_]];
    return one !== undefined && other !== undefined && one.local === other.local && one.uri === other.uri && same(one, other);
  };
  let begin = 0;
  while (begin < Math.min(ones.length, others.length) && equal(begin, begin)) begin += 1;
  let end = 0;
  while (end < Math.min(ones.length, others.length) - begin && equal(ones.length - 1 - end, others.length - 1 - end)) end += 1;
  const row: (readonly [number, number])[] = Array.from({ length: begin }, (_, at) => [at, at] as const);
  row.push(...middle({ from: begin, left: ones.length - end, right: others.length - end }, equal));
  for (let back = end; back > 0; back--) row.push([ones.length - back, others.length - back]);
  return row;
}

/** Quadratic, so that very long lists which differ at both ends are paired in their order only. */
function middle(
  { from, left, right }: { readonly from: number; readonly left: number; readonly right: number },
  equal: (at: number, with_: number) => boolean,
): readonly (readonly [number, number])[] {
  const [rows, columns] = [left - from, right - from];
  if (rows === 0 || columns === 0 || rows * columns > 250_000) return [];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const lengthAt = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const length = equal(from + row, from + column)
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
      lengths[row]?.fill(length, column, column + 1);
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (equal(from + row, from + column)) found.push([from + row++, from + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

/** Of one name, the first with the first. */
function inOrder(ones: readonly XmlElement[], others: readonly XmlElement[]): readonly Two[] {
  const waiting = new Map<string, XmlElement[]>();
  for (const other of others) {
    const key = `${other.uri} ${other.local}`;
    const list = waiting.get(key) ?? [];
    list.push(other);
    waiting.set(key, list);
  }
  return ones.flatMap((one) => {
    const other = waiting.get(`${one.uri} ${one.local}`)?.shift();
    return other ? [[one, other] as const] : [];
  });
}
