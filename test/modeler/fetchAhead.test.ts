import { expect, test } from '@jest/globals';
import { filesOf } from '../../packages/modeler/fetchAhead.ts';
import type { Built } from '../../packages/modeler/weighEntry.ts';

const chunk = (fileName: string, about: Partial<Built>): Built => ({ type: 'chunk', fileName, ...about });
const bundle: { readonly [fileName: string]: Built } = {
  'desk.js': chunk('desk.js', {
    imports: ['editor.js', 'shared.js'],
    dynamicImports: ['later.js'],
    modules: { '/x/src/studio/beginDesk.ts': { renderedLength: 10 } },
    viteMetadata: { importedCss: new Set(['desk.css']) },
  }),
  'editor.js': chunk('editor.js', { imports: ['shared.js'], viteMetadata: { importedCss: new Set(['editor.css']) } }),
  'shared.js': chunk('shared.js', {}),
  'later.js': chunk('later.js', {}),
};

test('What a page fetches ahead is the chunk of a source file with all it imports at once, each once, and their style sheets', () => {
  const { scripts, styles } = filesOf(bundle, 'src/studio/beginDesk.ts');
  expect(scripts.toSorted()).toEqual(['desk.js', 'editor.js', 'shared.js']);
  expect(styles.toSorted()).toEqual(['desk.css', 'editor.css']);
});

test('A source file that is in no chunk is a mistake, and told', () => {
  expect(() => filesOf(bundle, 'src/studio/gone.ts')).toThrow('src/studio/gone.ts is in no chunk');
});
