/** Who comes after (1) or before (-1) in this order; from nowhere the first or the last, at the ends the same. Null: there is nobody. */
export function walk(order: readonly string[], from: string | null, by: 1 | -1): string | null {
  if (order.length === 0) return null;
  const at = from === null ? -1 : order.indexOf(from);
  if (at < 0) return (by === 1 ? order[0] : order.at(-1)) ?? null;
  return order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null;
}
