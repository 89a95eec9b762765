import type { Literal } from '../../../condition/condition.ts';
import { type Token, tokensOf } from '../../../condition/tokens.ts';
import type { Unit } from './asked.ts';

/** A value as it is written in a cell. */
export interface Value {
  readonly value: Literal;
  readonly unit?: Unit;
}

/** Reads the pieces of a cell from the front; whoever reads asks at the end whether all of it was read. */
export class CellReader {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(text: string) {
    // What no piece can be made of is read by nobody.
    this.tokens = tokensOf(text) ?? [{ kind: 'sign', text: '?!' }];
  }

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  /** Takes these pieces if they come next. */
  takes(...texts: readonly string[]): boolean {
    if (!texts.every((text, index) => this.tokens[this.at + index]?.text === text)) return false;
    this.at += texts.length;
    return true;
  }

  /** The one of these that comes next. */
  oneOf<Text extends string>(...texts: readonly Text[]): Text | undefined {
    return texts.find((text) => this.takes(text));
  }

  /** A value, or several with commas between. */
  values(): readonly Value[] | undefined {
    const found: Value[] = [];
    do {
      const value = this.value();
      if (!value) return undefined;
      found.push(value);
    } while (this.takes(','));
    return found;
  }

  value(): Value | undefined {
    const flag = this.oneOf('true', 'false');
    if (flag) return { value: flag === 'true' };
    if (this.takes('-')) {
      const number = this.piece('number');
      return number === undefined ? undefined : { value: -Number(number) };
    }
    const number = this.piece('number');
    if (number !== undefined) return { value: Number(number) };
    return this.time() ?? this.text();
  }

  text(): { readonly value: string } | undefined {
    const text = this.piece('text');
    const value = text === undefined ? undefined : unquoted(text);
    return value === undefined ? undefined : { value };
  }

  private time(): Value | undefined {
    if (this.takes('today', '(', ')')) return { value: 'today', unit: 'day' };
    if (this.takes('now', '(', ')')) return { value: 'now', unit: 'moment' };
    const make = this.takes('date', '(') ? 'day' : this.takes('date and time', '(') ? 'moment' : undefined;
    const text = make && this.text();
    return make && text && this.takes(')') ? { ...text, unit: make } : undefined;
  }

  private piece(kind: Token['kind']): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) return undefined;
    this.at += 1;
    return token.text;
  }
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
