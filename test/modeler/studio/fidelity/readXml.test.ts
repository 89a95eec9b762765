import { describe, expect, test } from '@jest/globals';
import { elementsIn, textIn } from '../../../../packages/modeler/src/studio/file/xml/node.ts';
import { readXml } from '../../../../packages/modeler/src/studio/file/xml/readXml.ts';
import { foreign, read, textOf } from './fixtures.ts';

describe('A text that is no XML is told with its line and column', () => {
  const bad: readonly [what: string, xml: string, said: RegExp, line: number, column: number][] = [
    ['nothing', '', /should begin here/, 1, 1],
    ['a PDF', '%PDF-1.7\n', /should begin here/, 1, 1],
    ['a tag that is never closed', '<a>\n  <b>\n</a>', /“<\/b>” should close here, but it says “<\/a>”/, 3, 1],
    ['an end without a tag', '<a>\n  <b>', /“b” has no closing tag/, 2, 3],
    ['a value without quotes', '<a>\r\n<b c=1/></a>', /attribute “c” has no value in quotes/, 2, 4],
    ['a value that never ends', '<a b="c></a>', /value of the attribute “b” never ends/, 1, 4],
    ['an attribute twice', '<a b="1" b="2"/>', /“b” is there twice/, 1, 10],
    ['an unknown reference', '<a>\n\n&nbsp;</a>', /“&nbsp;” is no reference/, 3, 1],
    ['a lone ampersand', '<a b="x & y"/>', /“&” is no reference/, 1, 9],
    ['two roots', '<a/><b/>', /after the last element/, 1, 5],
    ['a comment that never ends', '<a><!-- </a>', /never ends/, 1, 4],
    ['a document type', '<!DOCTYPE a><a/>', /DOCTYPE/, 1, 1],
    ['a number for a name', '<1/>', /name of an element/, 1, 1],
    ['a tag that never ends', '<a b="c"', /tag of “a” never ends/, 1, 9],
  ];
  test.each(bad)('%s', (_what, xml, said, line, column) => {
    const fault = readXml(xml);
    expect(fault).toMatchObject({ ok: false, line, column });
    if (!fault.ok) expect([fault.what.en, fault.what.zh]).toEqual([expect.stringMatching(said), expect.stringMatching(/[\u4e00-\u9fff]/)]);
  });
});

describe('What is read knows where it stands', () => {
  test('elements, attributes, text and all namespaces', () => {
    const { root, before, after, source } = read(
      '<?xml version="1.0"?><!-- a --><x:a xmlns:x="urn:x" xmlns="urn:d" x:b=\'1 &lt; 2\' c="&#20108;">t&amp;<![CDATA[<u>]]><e/></x:a><?p i?>',
    );
    expect([root.uri, root.local, textIn(root)]).toEqual(['urn:x', 'a', 't&<u>']);
    expect(root.attributes.map(({ uri, local, value }) => [uri, local, value])).toEqual([
      ['urn:x', 'b', '1 < 2'],
      ['', 'c', '二'],
    ]);
    expect(elementsIn(root).map(({ uri, from, to }) => [uri, source.slice(from, to)])).toEqual([['urn:d', '<e/>']]);
    expect([...before, ...after].map(({ text }) => text)).toEqual(['<!-- a -->', '<?p i?>']);
  });

  test.each(foreign)('%s whole: its pieces make up the text', (file) => {
    const { root, source } = read(textOf(file));
    const pieces = [source.slice(0, root.from), source.slice(root.from, root.headTo)];
    pieces.push(...root.children.map(({ from, to }) => source.slice(from, to)), source.slice(root.tailFrom));
    expect(pieces.join('')).toBe(source);
  });
});
