import { describe, expect, test } from '@jest/globals';
import { readsAs } from '../../../packages/runtime/src/words/readsAs.ts';

describe('What was typed is found in a text', () => {
  test.each([
    ['电子公文处理·收文', '收文'],
    ['电子公文处理·收文', 'sw'],
    ['电子公文处理·收文', 'dzgwcl'],
    ['Electronic documents, incoming', 'INCOMING'],
    ['张伟', 'zw'],
    ['收〔2026〕12号', '2026'],
    ['局长', 'jz'],
    ['长期', 'cq'],
    ['anything', '  '],
  ])('%s by %s', (text, typed) => {
    expect(readsAs(text, typed)).toBe(true);
  });

  test.each([
    ['电子公文处理·收文', '发文'],
    ['电子公文处理·收文', 'ws'],
    ['张伟', 'wz'],
    ['收文', 'swx'],
    ['收文', 's1'],
  ])('%s not by %s', (text, typed) => {
    expect(readsAs(text, typed)).toBe(false);
  });
});
