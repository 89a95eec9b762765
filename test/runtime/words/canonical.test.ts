import { describe, expect, test } from '@jest/globals';
import { assert, jsonValue, property } from 'fast-check';
import '../../chance.ts';
import { digest } from '../../../packages/runtime/src/words/digest.ts';
import { canonical, type Json } from '../../../packages/runtime/src/words/json.ts';

/** Written the plain way: the same words, sorted before they are written. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value as { readonly [key: string]: Json }).map(([key, member]) => [key, sorted(member)] as const);
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)));
}

describe('Canonical text', () => {
  test('given any value, when it is written and read, then it is the same value, and its text is that of its sorted members', () => {
    assert(
      // Names that are numbers are put first by every object, whatever the order they were written in.
      property(jsonValue(), (given) => {
        const value = given as Json;
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        if (!/"\d+":/.test(text)) expect(text).toBe(JSON.stringify(sorted(value)));
      }),
    );
  });

  test('given texts that need escaping, when they are written, then as JSON writes them', () => {
    for (const text of ['', 'a"b', '\\', '\n', '\u0000', '\u001f', '\u007f', ' ', '\ud800', '😀', '收〔2026〕1号', ']', '[', '#', '\uffff'])
      expect(canonical(text)).toBe(JSON.stringify(text));
    expect(canonical({ 'b"': 1, a: [true, null, -0.5] })).toBe('{"a":[true,null,-0.5],"b\\"":1}');
  });

  test('given a member without a value, when it is written, then it is left out', () => {
    expect(canonical({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}');
  });
});

describe('A digest', () => {
  test('given texts with known digests, when they are digested, then these', () => {
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(digest('规程')).toBe('7d58123100bc01ff2b688986fe846514df8e6a152d7f4561f804fafcd5bea987');
  });
});
