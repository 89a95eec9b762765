import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { editorIn, strayed, weigh, type Built } from '../../packages/modeler/weighEntry.ts';

const size = (...texts: readonly string[]): number => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
const chunk = (fileName: string, about: Partial<Built>): Built => ({ type: 'chunk', fileName, ...about });

describe('The first page weighs', () => {
  const bundle = {
    'index.html': { type: 'asset' as const, fileName: 'index.html', source: '<html>' },
    'entry.js': chunk('entry.js', {
      isEntry: true,
      facadeModuleId: '/x/index.html',
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

describe('Rooms that only look at diagrams', () => {
  const holding = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { renderedLength: 10 }]));
  const bundle = (editor: readonly string[]): { readonly [fileName: string]: Built } => ({
    'index.html': { type: 'asset', fileName: 'index.html', source: '' },
    'entry.js': chunk('entry.js', {
      isEntry: true,
      facadeModuleId: '/x/index.html',
      dynamicImports: ['case.js', 'draw.js'],
      modules: holding('/x/src/main.tsx'),
    }),
    'case.js': chunk('case.js', { imports: ['entry.js'], dynamicImports: ['viewer.js'], modules: holding('/x/src/case/case.tsx') }),
    'viewer.js': chunk('viewer.js', { modules: holding('/x/node_modules/bpmn-js/lib/NavigatedViewer.js', ...editor) }),
    'draw.js': chunk('draw.js', { imports: ['viewer.js'], modules: holding('/x/src/draw.tsx', '/x/node_modules/bpmn-js/lib/Modeler.js') }),
  });

  test('load a viewer, and not the editor that another room loads', () => {
    expect(editorIn(bundle([]), ['src/case/case.tsx'])).toEqual([]);
    expect(editorIn(bundle([]), ['src/draw.tsx'])).toEqual(['src/draw.tsx loads bpmn-js/lib/Modeler.js']);
  });

  test('are told from where the editor came, also when it comes later and in a chunk that is shared', () => {
    const stray = '/x/node_modules/diagram-js/lib/command/CommandStack.js';
    expect(editorIn(bundle([stray]), ['src/case/case.tsx'])).toEqual(['src/case/case.tsx loads diagram-js/lib/command/CommandStack.js']);
  });

  test('are there', () => expect(editorIn(bundle([]), ['src/gone.tsx'])).toEqual(['src/gone.tsx is in no chunk']));
});
