import { describe, expect, test } from '@jest/globals';
import { checkDiagram } from '../../../packages/runtime/src/diagram/check.ts';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { between, file, processFile, read, words } from './bpmn.ts';

const refusal = async (xml: string | Uint8Array) => {
  const parsed = await parseDiagram(xml);
  if (parsed.ok) throw new Error('it was read');
  return parsed;
};
const task = (id: string, inner = '') => between(`<userTask id="${id}">${inner}</userTask>`, id, id);

describe('a file that cannot be taken says what, where and what was expected, in both languages', () => {
  const bad: readonly [name: string, xml: string | Uint8Array, culprit: RegExp, expected: RegExp][] = [
    ['a document type', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><definitions/>', /DOCTYPE/, /without DOCTYPE/],
    ['a document type in small letters', '<!doctype html><html></html>', /doctype/, /without DOCTYPE/],
    ['more than 2 MB', `<a>${'x'.repeat(2 * 1024 * 1024)}</a>`, / B$/, /at most 2 MB/],
    ['65 levels', file('<a>'.repeat(64) + '</a>'.repeat(64)), /<a>/, /no deeper than 64/],
    ['something that is not XML', 'PK\u0003\u0004', /start tag/, /BPMN 2\.0/],
    ['nothing', '', /start tag/, /BPMN 2\.0/],
    ['a page', '<html><body/></html>', /Definitions|html/, /BPMN 2\.0/],
    ['a tag that is never closed', processFile('<userTask id="a">'), /closing tag/, /line 2/],
    ['an element that BPMN has not', processFile('<humanTask id="a"/>'), /HumanTask/, /BPMN 2\.0/],
    ['a word that the vocabulary has not', processFile(task('a', words('<gc:magic/>'))), /Magic/, /line 2/],
    ['no process', file(''), /file/, /at least one process/],
    ['the same id twice', processFile('<task id="a"/><task id="a"/>'), /duplicate ID <a>/, /line 2/],
    ['an id that reaches the prototype', processFile('<task id="__proto__"/>'), /__proto__/, /reserved/],
    [
      'a field that reaches the prototype',
      processFile(words('<gc:form><gc:field key="__proto__" name="甲" type="text"/></gc:form>')),
      /__proto__/,
      /reserved/,
    ],
    [
      'a mapping into the prototype',
      processFile(`<callActivity id="a" calledElement="b">${words('<gc:out from="x" to="constructor.y"/>')}</callActivity>`),
      /constructor\.y/,
      /reserved/,
    ],
    [
      'a field of an unknown type',
      processFile(words('<gc:form><gc:field key="a" name="甲" type="colour"/></gc:form>')),
      /colour/,
      /text, longText/,
    ],
    ['a field without a key', processFile(words('<gc:form><gc:field name="甲" type="text"/></gc:form>')), /test-process/, /needs key/],
    ['a key with a blank', processFile(words('<gc:form><gc:field key="a b" name="甲" type="text"/></gc:form>')), /a b/, /letters, digits/],
    ['an operation nobody has', processFile(task('a', words('<gc:handling operations="return fly"/>'))), /fly/, /return, withdraw/],
    ['a character that XML cannot hold', processFile('<startEvent id="s" name="甲\u0000"/>'), /U\+0000/, /XML cannot hold/],
    ['a reference to such a one', processFile('<startEvent id="s" name="甲&#x000;"/>'), /&#x000;/, /XML cannot hold/],
    ['half a pair of surrogates', processFile('<startEvent id="s" name="甲\ud83d"/>'), /U\+D83D/, /XML cannot hold/],
    [
      'more namespaces than anybody needs',
      processFile(`<startEvent id="s" ${Array.from({ length: 4001 }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(' ')}/>`),
      /xmlns/,
      /At most 4000/,
    ],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]), /utf-8/, /save it as UTF-8/],
    [
      'an encoding that is not read',
      new TextEncoder().encode('<?xml version="1.0" encoding="Shift_JIS"?><a/>'),
      /shift_jis/,
      /save it as UTF-8/,
    ],
  ];
  test.each(bad)('%s', async (_name, xml, culprit, expected) => {
    const refused = await refusal(xml);
    expect(['invalidDiagram', 'fileTooLarge']).toContain(refused.code);
    expect(refused.culprit).toMatch(culprit);
    expect(refused.expected.en).toMatch(expected);
    expect(refused.expected.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('3,001 flow elements are too many, 3,000 are not', async () => {
    const tasks = (count: number) => processFile(Array.from({ length: count }, (_, index) => `<task id="t${index}"/>`).join(''));
    expect((await refusal(tasks(3001))).expected.en).toMatch(/At most 3000/);
    expect((await parseDiagram(tasks(3000))).ok).toBe(true);
  });

  test('3,000 flow elements in a row are not too many for the arrows between them', async () => {
    const tasks = Array.from({ length: 3000 }, (_, index) => `<task id="t${index}"/>`).join('');
    const arrows = Array.from(
      { length: 2999 },
      (_, index) => `<sequenceFlow id="f${index}" sourceRef="t${index}" targetRef="t${index + 1}"/>`,
    ).join('');
    expect((await parseDiagram(processFile(tasks + arrows))).ok).toBe(true);
  });

  test('a file made to be slow is refused long before anybody gives up', async () => {
    for (const text of ['<'.repeat(2_000_000), '<a "'.repeat(400_000), '<!--'.repeat(400_000), processFile('<task/>'.repeat(200_000))]) {
      expect((await parseDiagram(text)).ok).toBe(false);
    }
  });

  test('a document type in a comment harms nobody', async () => {
    expect((await parseDiagram(processFile('<!-- <!DOCTYPE x> --><documentation><![CDATA[<!DOCTYPE y>]]></documentation>'))).ok).toBe(true);
  });
});

describe('a file is read in the encoding it is in', () => {
  const named = (xml: string, encoding: string) => xml.replace('UTF-8', encoding);
  const xml = processFile('<task id="t" name="é"/>');
  const nameOf = async (bytes: Uint8Array) => {
    const parsed = await parseDiagram(bytes);
    return parsed.ok ? parsed.diagram.processes[0]?.elements[0]?.name.zh : parsed.expected.en;
  };

  test('UTF-8, with and without a byte order mark', async () => {
    expect(await nameOf(new TextEncoder().encode(xml))).toBe('é');
    expect(await nameOf(new TextEncoder().encode(`\uFEFF${xml}`))).toBe('é');
  });

  test('UTF-16 of both orders by its byte order mark', async () => {
    const little = Buffer.from(`\uFEFF${named(xml, 'UTF-16')}`, 'utf16le');
    expect(await nameOf(new Uint8Array(little))).toBe('é');
    expect(await nameOf(new Uint8Array(Buffer.from(little).swap16()))).toBe('é');
  });

  test('ISO-8859-1 by its declaration', async () => {
    expect(await nameOf(new Uint8Array(Buffer.from(named(xml, 'ISO-8859-1'), 'latin1')))).toBe('é');
  });

  test('UTF-16 without a byte order mark, as it begins with “<”', async () => {
    const little = Buffer.from(named(xml, 'UTF-16'), 'utf16le');
    expect(await nameOf(new Uint8Array(little))).toBe('é');
    expect(await nameOf(new Uint8Array(Buffer.from(little).swap16()))).toBe('é');
  });

  test('UTF-8 that calls itself UTF-16, as it reads byte by byte', async () => {
    expect(await nameOf(new TextEncoder().encode(named(xml, 'UTF-16')))).toBe('é');
  });

  test('GB18030, also by its older names', async () => {
    // 收文 in GBK
    const chinese = Buffer.from([0xca, 0xd5, 0xce, 0xc4]);
    for (const encoding of ['GB18030', 'gbk', 'GB2312']) {
      const [head = '', tail = ''] = named(xml, encoding).split('é');
      expect(await nameOf(new Uint8Array(Buffer.concat([Buffer.from(head), chinese, Buffer.from(tail)])))).toBe('收文');
    }
  });

  test('GBK that declares nothing is refused, and how to save it is said', async () => {
    const bytes = Buffer.concat([Buffer.from('<definitions name="'), Buffer.from([0xca, 0xd5]), Buffer.from('"/>')]);
    expect(await nameOf(new Uint8Array(bytes))).toMatch(/GB18030 .*save it as UTF-8/);
  });
});

describe('what is not finished yet is read all the same: the rules tell everything that is missing at once', () => {
  const said = async (body: string) => {
    const diagram = await read(processFile(body));
    const errors = checkDiagram(diagram).filter(({ severity, rule }) => severity === 'error' && rule !== 'nobodyAssigned');
    return errors.map(({ rule, element }) => `${rule} ${element}`);
  };

  test('a flow to nowhere', async () => {
    expect(await said('<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="gone"/>')).toEqual(['danglingFlow f']);
  });

  test('a message nobody declared, named by the event though its definition has an id', async () => {
    const event =
      '<startEvent id="s"><messageEventDefinition id="d" messageRef="gone"/></startEvent><sequenceFlow id="f" sourceRef="s" targetRef="e"/><endEvent id="e"/>';
    expect(await said(event)).toEqual(['unknownMessage s']);
  });

  test('a timer without a time, a step done by several without a list, and an arrow that leads nowhere – all three', async () => {
    const limit = '<boundaryEvent id="b" attachedToRef="t"><timerEventDefinition id="d"/></boundaryEvent>';
    const many = `<multiInstanceLoopCharacteristics>${words('<gc:items as="signer"/>')}</multiInstanceLoopCharacteristics>`;
    const loose = '<sequenceFlow id="lost" sourceRef="b" targetRef="gone"/>';
    expect(await said(between(`<userTask id="t" name="征求意见">${many}</userTask>${limit}${loose}`, 't', 't'))).toEqual([
      'danglingFlow lost',
      'timerWithoutTime b',
      'manyWithoutList t',
    ]);
  });
});
