/** What a text is found by: its characters one by one, its neighbouring pairs and its words, lower case and without marks. */
export function grams(text: string): readonly string[] {
  const found = new Set<string>();
  for (const word of text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    if (/^[\x20-\x7f]+$/.test(word)) {
      for (let length = 1; length <= Math.min(word.length, 12); length += 1) found.add(word.slice(0, length));
      continue;
    }
    const characters = [...word];
    for (const [index, character] of characters.entries()) {
      found.add(character);
      const next = characters[index + 1];
      if (next !== undefined) found.add(character + next);
    }
  }
  return [...found];
}

/** What must all be there for a question to be answered: pairs where it has two characters or more, else the one. */
export function wanted(question: string): readonly string[] {
  const found = new Set<string>();
  for (const word of question
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    const characters = [...word];
    if (/^[\x20-\x7f]+$/.test(word)) found.add(word.slice(0, 12));
    else if (characters.length === 1) found.add(word);
    else
      for (let index = 0; index + 1 < characters.length; index += 1) found.add(`${characters[index] ?? ''}${characters[index + 1] ?? ''}`);
  }
  return [...found];
}
