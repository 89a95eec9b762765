import { FeelFunction, type Warning, date, dateAndTime, evaluate } from 'feelin';
import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { names } from './names.ts';
import { FEEL_LIMITS } from './limits.ts';
import { bracketDepth, feelNodes, feelTree } from './tree.ts';

/** What a run of an expression gave, with feelin's remarks; `broken` where feelin gave up, as it does for `1 < true`. */
export interface Ran {
  readonly value: unknown;
  readonly broken?: true;
  readonly remarks: readonly string[];
}

/** An expression made ready: a microsecond a run, where feelin's own evaluation parses anew for a quarter of a millisecond. */
export interface Compiled {
  readonly ok: true;
  readonly reads: readonly string[];
  run(context: Data, at: Instant): Ran;
}

export interface NotCompiled {
  readonly ok: false;
  readonly message: Required<Text>;
}

const cache = new Map<string, Compiled | NotCompiled>();

/** Expressions kept at a time; a product with all its versions has some hundreds. */
const KEPT = 5000;

/** Makes an expression ready, once. */
export function compile(expression: string): Compiled | NotCompiled {
  const known = cache.get(expression);
  if (known) return known;
  if (cache.size >= KEPT) cache.clear();
  const made = make(expression);
  cache.set(expression, made);
  return made;
}

/**
 * The expression becomes the body of a FEEL function whose parameters are its variables: feelin parses it once and its meaning stays
 * feelin's own. The clock's functions are parameters too, so that time is passed in.
 */
function make(expression: string): Compiled | NotCompiled {
  const { length, brackets } = FEEL_LIMITS;
  if (expression.length > length) return not(`超过 ${length} 个字符`, `longer than ${length} characters`);
  if (bracketDepth(expression) > brackets) return not(`括号套了 ${brackets} 层以上`, `more than ${brackets} brackets within each other`);
  const fault = feelNodes(feelTree(expression)).find(({ name }) => name === '⚠');
  if (expression.trim() === '') return not('还是空的', 'not FEEL: it is empty');
  if (fault) return not(`第 ${fault.from + 1} 个字符处看不懂`, `not FEEL at character ${fault.from + 1}`);
  const reads = names(expression);
  const parameters = [
    'now',
    'today',
    ...reads.filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== 'now' && name !== 'today'),
  ];
  try {
    const { value, warnings } = evaluate(`function(${parameters.join(', ')}) (${expression}\n)`, {});
    if (!(value instanceof FeelFunction)) return not('不是一个表达式', 'not an expression');
    return { ok: true, reads, run: (context, at) => run({ value, warnings, parameters, context, at }) };
  } catch (error) {
    return not('无法读懂', error instanceof Error ? error.message : String(error));
  }
}

const not = (zh: string, en: string): NotCompiled => ({ ok: false, message: { zh, en } });

interface Running {
  readonly value: FeelFunction;
  readonly warnings: Warning[];
  readonly parameters: readonly string[];
  readonly context: Data;
  readonly at: Instant;
}

function run({ value, warnings, parameters, context, at }: Running): Ran {
  const given: unknown[] = parameters.map((name) => ownValue(context, name));
  const clock = clockAt(at);
  given[0] = clock.now;
  given[1] = clock.today;
  // feelin adds to one list for as long as the function lives
  warnings.length = 0;
  try {
    const result: unknown = value.invoke(given);
    return { value: result, remarks: warnings.map(({ message }) => message) };
  } catch (error) {
    return { value: null, broken: true, remarks: [error instanceof Error ? error.message : String(error)] };
  }
}

interface Clock {
  readonly at: Instant;
  readonly now: FeelFunction;
  readonly today: FeelFunction;
}

/** The two functions of the last moment: many conditions are asked at one, and making functions costs more than most of them. */
let last: Clock | undefined;

function clockAt(at: Instant): Clock {
  if (last?.at !== at) {
    const now = new FeelFunction(() => dateAndTime(shanghai(at)), []);
    last = { at, now, today: new FeelFunction(() => date(shanghai(at).slice(0, 10)), []) };
  }
  return last;
}

const ownValue = (context: Data, name: string): Json | undefined => (Object.hasOwn(context, name) ? context[name] : undefined);

/** The moment as the office's clock shows it; China keeps one time, without summer time since 1991. */
const shanghai = (at: Instant): string => `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
