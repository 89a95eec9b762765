import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { strayed, weigh, type Built } from '../../packages/modeler/weighEntry.ts';

const size = (...texts: readonly string[]): number => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
const chunk = (fileName: string, about: Partial<Built>): Built => ({ type: 'chunk', fileName, ...about });

describe('The first page weighs', () => {
  const bundle = {
    'index.html': { type: 'asset' as const, fileName: 'index.html', source: '<html>' },
    'entry.js': chunk('entry.js', {
      isEntry: true,
      code: 'entry',
      imports: ['react.js', 'shared.js'],
      modules: { '/x/src/main.tsx': { renderedLength: 10 }, '/x/node_modules/@tanstack/query/index.js': { renderedLength: 30 } },
      viteMetadata: { importedCss: new Set(['entry.css']) },
    }),
    'react.js': chunk('react.js', {
      code: 'react',
      imports: ['shared.js'],
      modules: { '/x/node_modules/react/index.js': { renderedLength: 20 } },
    }),
    'shared.js': chunk('shared.js', { code: 'shared' }),
    'entry.css': { type: 'asset' as const, fileName: 'entry.css', source: 'body{}' },
    'lazy.js': chunk('lazy.js', { code: 'a date picker, loaded by import()', imports: ['react.js'] }),
    'lazy.css': { type: 'asset' as const, fileName: 'lazy.css', source: 'a{}' },
  };

  test('what it loads at once: the page, its scripts with all their static imports, its style sheets, each once', () => {
    const { bytes, files } = weigh(bundle);
    expect(files).toEqual(['entry.css', 'entry.js', 'index.html', 'react.js', 'shared.js']);
    expect(bytes).toBe(size('entry', 'react', 'shared', '<html>', 'body{}'));
  });

  test('by packages, the heaviest first', () => {
    expect(weigh(bundle).packages).toEqual([
      { name: '@tanstack/query', length: 30 },
      { name: 'react', length: 20 },
      { name: 'our own', length: 10 },
    ]);
  });

  test('too much where it holds a package that only some rooms need, but its texts do no harm', () => {
    const weight = (length: number) => ({ bytes: 0, files: [], packages: [{ name: '@rc-component/picker', length }] });
    expect(strayed(weight(90 * 1024), ['@rc-component/picker'])).toEqual(['@rc-component/picker']);
    expect(strayed(weight(90 * 1024), ['zod'])).toEqual([]);
    expect(strayed(weight(4 * 1024), ['@rc-component/picker'])).toEqual([]);
  });
});
