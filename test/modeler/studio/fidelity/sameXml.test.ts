import { describe, expect, test } from '@jest/globals';
import { sameXml } from '../../../../packages/modeler/src/studio/canvas/fidelity/sameXml.ts';

describe('Two texts say the same', () => {
  const same: readonly [what: string, one: string, other: string][] = [
    ['with other prefixes', '<a xmlns="urn:x" xmlns:y="urn:y" y:b="1"/>', '<x:a xmlns:x="urn:x" xmlns:z="urn:y" z:b="1"/>'],
    ['with attributes in another order', '<a b="1" c="2"/>', "<a c='2' b='1'></a>"],
    ['with other space between elements', '<a><b/><c/></a>', '<a>\r\n  <b/>\n\t<c/>\n</a>'],
    ['with characters written otherwise', '<a>&lt;b&gt;&#10;é</a>', '<a><![CDATA[<b>]]>\r\n&#233;</a>'],
    ['without an XML declaration', '<?xml version="1.0" encoding="UTF-16"?><a/>', '<a/>'],
    [
      'with types by other prefixes',
      '<a xmlns="urn:x" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="t"/>',
      '<x:a xmlns:x="urn:x" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="x:t"/>',
    ],
  ];
  test.each(same)('%s', (_what, one, other) => expect(sameXml(one, other)).toEqual([]));
});

describe('Two texts differ, and where is said', () => {
  const different: readonly [what: string, one: string, other: string, said: RegExp][] = [
    ['an attribute is lost', '<a b="1"/>', '<a/>', /\/a: attribute b is lost/],
    ['an attribute came', '<a/>', '<a b="1"/>', /\/a: attribute b = “1” was added/],
    ['a value changed', '<a><b id="x" c="1"/></a>', '<a><b id="x" c="1.0"/></a>', /\/a\/b#x: attribute c was “1” and is “1.0”/],
    ['a namespace changed behind its prefix', '<a xmlns:x="urn:x" x:b="1"/>', '<a xmlns:x="urn:z" x:b="1"/>', /urn:x/],
    ['a type changed behind its prefix', '<a xmlns:x="urn:x" b="x:t"/>', '<a xmlns:x="urn:z" b="x:t"/>', /urn:z/],
    ['text changed', '<a>b</a>', '<a>c</a>', /“b” became “c”/],
    ['space in text changed', '<a> b</a>', '<a>b</a>', /“ b” became “b”/],
    ['text that is only space is lost', '<a> </a>', '<a/>', /“ ” became nothing/],
    ['elements changed places', '<a><b/><c/></a>', '<a><c/><b/></a>', /<b> became <c>/],
    ['an element was renamed', '<a><b id="x"/></a>', '<a><c id="x"/></a>', /b#x became c#x/],
    ['an element changed its namespace', '<a><b xmlns="urn:x"/></a>', '<a><b xmlns="urn:y"/></a>', /<b> became <b>/],
    ['a comment is lost', '<a><!-- b --></a>', '<a/>', /<!-- b --> became nothing/],
    ['an instruction before the root is lost', '<?x y?><a/>', '<a/>', /before the root: <\?x y\?> became nothing/],
    ['one of them is no XML', '<a/>', '<a>', /the second is no XML.*line 1/],
  ];
  test.each(different)('%s', (_what, one, other, said) => expect(sameXml(one, other).join('\n')).toMatch(said));
});
