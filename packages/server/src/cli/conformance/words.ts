import type { Json } from '@guicheng/runtime';

/** What a suite's scripts leave behind: the log, the marker, and who was busy from when to when, in milliseconds. */
export interface World {
  readonly log: string[];
  marker: boolean;
  readonly busy: { readonly word: string; readonly from: number; readonly to: number }[];
}

/** What a word is said with: the variables that its place sees, and the time. */
export interface Said {
  readonly word: string;
  readonly values: { readonly [name: string]: Json | undefined };
  readonly now: number;
}

/** What comes of a word: variables are set, an error is thrown, or it takes until then. */
export type Outcome = { readonly sets: { readonly [name: string]: Json } } | { readonly throws: string } | { readonly until: number };

/** Where `String` is stored and looked for. */
const STORED = 'data';

const TEN_SECONDS = 10_000;

type Meaning = (world: World, said: Said) => Outcome;

const nothing: Meaning = () => ({ sets: {} });

const increment: Meaning = (_, { values }) => ({ sets: { integerVariable: Number(values['integerVariable'] ?? 0) + 1 } });

const wait: Meaning = (_, { now }) => ({ until: now + TEN_SECONDS });

const stamp: Meaning = (world, said) => {
  world.busy.push({ word: said.word, from: said.now, to: said.now + TEN_SECONDS });
  return wait(world, said);
};

/** The whole table: a word that stands nowhere in it means nothing to this command, and the case says which. */
const WORDS: { readonly [word: string]: Meaning } = {
  CREATE_LOG_FILE: nothing,
  CREATE_MARKER_FILE(world) {
    world.marker = true;
    return { sets: {} };
  },
  INCREMENT_INTEGER_VARIABLE: increment,
  INCREMENT_INTEGER_VARIABLE_AND_LOG(world, said) {
    world.log.push('INCREMENT_correct');
    return increment(world, said);
  },
  SET_STRING_DATA: () => ({ sets: { [STORED]: 'String' } }),
  LOG_DATA(world, { values }) {
    if (values[STORED] === 'String') world.log.push('DATA_correct');
    return { sets: {} };
  },
  THROW_ERROR: () => ({ throws: 'ERR_CODE' }),
  WAIT_TEN_SECONDS: wait,
  CREATE_TIMESTAMP_LOG_1: stamp,
  CREATE_TIMESTAMP_LOG_2: stamp,
};

/** Does what a script's word says; undefined where it is no word of the suite. */
export function say(world: World, said: Said): Outcome | undefined {
  if (/^SCRIPT_task\d+$/.test(said.word)) {
    world.log.push(said.word);
    return { sets: {} };
  }
  return Object.hasOwn(WORDS, said.word) ? WORDS[said.word]?.(world, said) : undefined;
}

/** All that was written down, with what a judge adds: the marker, and whether 1 and 2 were busy at once. */
export function writtenIn({ log, marker, busy }: World): readonly string[] {
  const of = (word: string) => busy.filter((one) => one.word === word);
  const together = of('CREATE_TIMESTAMP_LOG_1').some((one) =>
    of('CREATE_TIMESTAMP_LOG_2').some((other) => one.from < other.to && other.from < one.to),
  );
  return [...log, ...(marker ? ['MARKER_exists'] : []), ...(together ? ['EXECUTION_parallel'] : [])];
}
