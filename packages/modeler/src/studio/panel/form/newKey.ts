/** Words and functions of FEEL, and names of objects' own: as a key they would be read as something else. */
const TAKEN = new Set(
  (
    'and or in some every if for then else return between satisfies instance function external not null true false item partial ' +
    'now today date time duration number string list contains context count min max sum mean all any append concatenate union flatten sort ' +
    'substring matches replace split floor ceiling abs modulo sqrt log exp odd even before after meets overlaps finishes includes during ' +
    'starts coincides is range reverse remove insert sublist product median stddev mode decimal upper lower of by value ' +
    'proto constructor prototype'
  ).split(' '),
);

/**
 * A key that nobody has: made of an English name where there is one, else of a word and a number. Letters and digits of ASCII only, and no
 * word of FEEL. Once given it never changes: cases keep their values under it.
 */
export function newKey(name: string, word: string, taken: ReadonlySet<string>): string {
  const free = (key: string): boolean => !taken.has(key) && !TAKEN.has(key);
  const made = camelCase(name);
  if (made !== '' && free(made)) return made;
  for (let number = taken.size + 1; ; number += 1) {
    const key = `${made !== '' && !TAKEN.has(made) ? made : word}_${number}`;
    if (free(key)) return key;
  }
}

/** At most four words: `Number of the answer` → `numberOfTheAnswer`; nothing where it does not begin with a letter. */
function camelCase(name: string): string {
  if (!/^[\x20-\x7e]*$/.test(name)) return '';
  const words =
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(0, 4) ?? [];
  const key = words
    .map((one, index) => (index === 0 ? one : one.charAt(0).toUpperCase() + one.slice(1)))
    .join('')
    .slice(0, 40);
  return /^[a-z]/.test(key) ? key : '';
}
