import { type JuelToken, juelTokens } from './juelTokens.ts';

/** What an expression is in JUEL: what it yields decides what may be done with it. */
interface Part {
  readonly feel: string;
  readonly yields: 'truth' | 'data' | 'count' | 'text' | 'number' | 'boolean' | 'null';
}

/** Longer ones are not read: what people write by hand is some dozens of characters. */
const LONGEST = 600;

/**
 * JUEL, between its braces, as FEEL that gives the same: comparisons, and, or, not, empty, literals, paths, and sums of the counts of a
 * multi-instance step. Undefined for everything else; it is never guessed. JUEL takes a missing value for false where FEEL knows a third
 * value, so what is denied is compared with true first.
 */
export function juelToFeel(text: string): string | undefined {
  const tokens = text.length > LONGEST ? undefined : juelTokens(text);
  if (!tokens || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  const part = reader.either();
  return part && reader.isDone() ? part.feel : undefined;
}

const EQUAL = { '==': '=', eq: '=', '!=': '!=', ne: '!=' } as const;
const ORDER = { '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' } as const;
const SUM = { '+': '+', '-': '-' } as const;
const PRODUCT = { '*': '*', '/': '/', div: '/' } as const;

/** The counts of a multi-instance step; Camunda 7, Flowable and Activiti count rounds from 0, the kernel from 1. */
const COUNTS: { readonly [name: string]: string } = {
  nrOfInstances: 'numberOfInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  loopCounter: '(loopCounter - 1)',
};

/** Names that mean something else in FEEL, and objects of the engine that are no data. */
const NO_DATA: ReadonlySet<string> = new Set(
  (
    'if then else for in return some every satisfies between instance of function external item partial ' +
    'execution task authenticatedUserId variableScope caseExecution processInstance'
  ).split(' '),
);

/** Words of JUEL itself, which name nothing. */
const RESERVED: ReadonlySet<string> = new Set('and or not empty eq ne lt gt le ge div mod instanceof'.split(' '));

/** Reads tokens from left to right; every method gives undefined where the text is not of its kind. */
class Reader {
  readonly #tokens: readonly JuelToken[];
  #at = 0;

  constructor(tokens: readonly JuelToken[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Part | undefined {
    return this.#joined(['||', 'or'], 'or', () => this.#joined(['&&', 'and'], 'and', () => this.#equal()));
  }

  #joined(words: readonly string[], feel: string, operand: () => Part | undefined): Part | undefined {
    let left = operand();
    while (left && words.some((word) => this.#take(word))) {
      const right = operand();
      left = right && mayHold(left) && mayHold(right) ? { feel: `${left.feel} ${feel} ${right.feel}`, yields: 'truth' } : undefined;
      // `or` binds weaker than `and` in both languages, so no brackets are needed
    }
    return left;
  }

  #equal(): Part | undefined {
    const left = this.#ordered();
    const operator = left && this.#oneOf(EQUAL);
    if (!left || !operator) return left;
    const right = this.#ordered();
    if (!right || left.yields === 'truth' || right.yields === 'truth') return undefined;
    return equality(left, operator, right);
  }

  #ordered(): Part | undefined {
    const left = this.#sum();
    const operator = left && this.#oneOf(ORDER);
    if (!left || !operator) return left;
    const right = this.#sum();
    if (!right || !canBeOrdered(left) || !canBeOrdered(right)) return undefined;
    const feel = `${left.feel} ${operator} ${right.feel}`;
    // two missing values are as great as each other in JUEL
    const bothMissing = operator.endsWith('=') && left.yields === 'data' && right.yields === 'data';
    return { feel: bothMissing ? `(${feel} or ${left.feel} = null and ${right.feel} = null)` : feel, yields: 'truth' };
  }

  #sum(): Part | undefined {
    return this.#counted(SUM, () => this.#counted(PRODUCT, () => this.#single()));
  }

  /** A missing value counts as 0 in JUEL and spoils the sum in FEEL, so only what is never missing is reckoned with. */
  #counted(operators: { readonly [word: string]: string }, operand: () => Part | undefined): Part | undefined {
    let left = operand();
    for (let operator = left && this.#oneOf(operators); left && operator; operator = left && this.#oneOf(operators)) {
      const right = operand();
      left = right && isCount(left) && isCount(right) ? { feel: `${left.feel} ${operator} ${right.feel}`, yields: 'count' } : undefined;
    }
    return left;
  }

  #single(): Part | undefined {
    if (this.#take('!') || this.#take('not')) {
      const denied = this.#single();
      return denied && mayHold(denied) ? { feel: `not((${denied.feel}) = true)`, yields: 'truth' } : undefined;
    }
    if (this.#take('empty')) {
      const part = this.#single();
      return part?.yields === 'data' ? { feel: emptiness(part.feel), yields: 'truth' } : undefined;
    }
    if (this.#take('-')) {
      const part = this.#single();
      return part?.yields === 'number' ? { feel: `-${part.feel}`, yields: 'number' } : undefined;
    }
    if (this.#take('(')) {
      const inner = this.either();
      return inner && this.#take(')') ? { ...inner, feel: `(${inner.feel})` } : undefined;
    }
    return this.#value();
  }

  #value(): Part | undefined {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'sign') return undefined;
    this.#at += 1;
    if (token.kind === 'number') return { feel: token.text, yields: 'number' };
    if (token.kind === 'text') return this.#compared({ feel: JSON.stringify(token.text), yields: 'text' });
    if (token.text === 'true' || token.text === 'false') return { feel: token.text, yields: 'boolean' };
    if (token.text === 'null') return { feel: 'null', yields: 'null' };
    if (token.text === 'execution') return this.#ofExecution();
    const count = COUNTS[token.text];
    if (count) return { feel: count, yields: 'count' };
    return NO_DATA.has(token.text) || RESERVED.has(token.text) ? undefined : this.#path(token.text);
  }

  /** `execution.getVariable('x')` and `execution.hasVariable('x')`. */
  #ofExecution(): Part | undefined {
    const asks = this.#take('.') && (this.#take('getVariable') ? 'get' : this.#take('hasVariable') ? 'has' : undefined);
    const name = asks && this.#take('(') ? this.#tokens[this.#at] : undefined;
    if (name?.kind !== 'text' || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name.text) || NO_DATA.has(name.text)) return undefined;
    this.#at += 1;
    if (!this.#take(')')) return undefined;
    return asks === 'has' ? { feel: `${name.text} != null`, yields: 'truth' } : this.#path(name.text);
  }

  #path(first: string): Part | undefined {
    let feel = first;
    for (;;) {
      const before = this.#at;
      if (this.#take('.')) {
        const name = this.#tokens[this.#at];
        const called = this.#tokens[this.#at + 1];
        if (called?.kind === 'sign' && called.text === '(') {
          this.#at = before;
          return this.#compared({ feel, yields: 'data' });
        }
        if (name?.kind !== 'name' || NO_DATA.has(name.text) || RESERVED.has(name.text)) return undefined;
        this.#at += 1;
        feel = `${feel}.${name.text}`;
      } else return { feel, yields: 'data' };
    }
  }

  /** `x.equals("y")`, where it follows. */
  #compared(left: Part): Part | undefined {
    if (!this.#take('.')) return left;
    if (!this.#take('equals') || !this.#take('(')) return undefined;
    const right = this.#value();
    if (!right || right.yields === 'truth' || !this.#take(')')) return undefined;
    return equality(left, '=', right);
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'text' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #oneOf<Feel extends string>(words: { readonly [word: string]: Feel }): Feel | undefined {
    const token = this.#tokens[this.#at];
    const found = token && token.kind !== 'text' && Object.hasOwn(words, token.text) ? words[token.text] : undefined;
    if (found !== undefined) this.#at += 1;
    return found;
  }
}

const mayHold = ({ yields }: Part): boolean => yields === 'truth' || yields === 'data' || yields === 'boolean';
const canBeOrdered = ({ yields }: Part): boolean => yields === 'data' || yields === 'count' || yields === 'number' || yields === 'text';
const isCount = ({ yields }: Part): boolean => yields === 'count' || yields === 'number';

/** `approved == 'true'` holds in JUEL for the text and for the truth value alike. */
function equality(left: Part, operator: '=' | '!=', right: Part): Part {
  const [data, word] = isTruthInWords(right) ? [left, right] : [right, left];
  if (!isTruthInWords(word) || data.yields !== 'data') return { feel: `${left.feel} ${operator} ${right.feel}`, yields: 'truth' };
  const either = `${data.feel} in (${JSON.parse(word.feel)}, ${word.feel})`;
  return { feel: operator === '=' ? either : `not(${either})`, yields: 'truth' };
}

const isTruthInWords = ({ feel, yields }: Part): boolean => yields === 'text' && (feel === '"true"' || feel === '"false"');

/** FEEL has no `empty`; as text the empty ones can be told without comparing different kinds, which gives neither true nor false. */
const emptiness = (feel: string): string => `(${feel} = null or string(${feel}) in ("", "[]", "{}"))`;
