/** What was written beside what should have been: undefined where they are the same lines, however ordered; else the difference in words. */
export function difference(expected: readonly string[], got: readonly string[]): string | undefined {
  const wanted = [...expected];
  const surplus: string[] = [];
  for (const line of got) {
    const exact = wanted.indexOf(line);
    const place = exact < 0 && isError(line) ? wanted.indexOf('ERROR') : exact;
    if (place < 0) surplus.push(line);
    else wanted.splice(place, 1);
  }
  const parts = [
    ...(wanted.length > 0 ? [`missing: ${wanted.join(', ')}`] : []),
    ...(surplus.length > 0 ? [`not expected: ${surplus.join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}

/** `ERROR` accepts either of these. */
const isError = (line: string): boolean => line === 'ERROR_deployment' || line === 'ERROR_runtime';
