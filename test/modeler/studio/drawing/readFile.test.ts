import { describe, expect, test } from '@jest/globals';
import { readFile } from '../../../../packages/modeler/src/studio/drawing/readFile.ts';
import { checkWhole } from '../../../../packages/runtime/src/soundness/checkWhole.ts';

const diagram = (inner: string, encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" name="é收文">\n${inner}\n</definitions>`;
const PROCESS = '<process id="p"><task id="t"/></process>';
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Two bytes a character, the low one first, with or without the mark. */
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
const kept = diagram(PROCESS);

describe('A file is read whatever its encoding, and its text says UTF-8 from then on', () => {
  const files: readonly [name: string, bytes: Uint8Array][] = [
    ['UTF-8', utf8(kept)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${kept}`)],
    ['UTF-16, low byte first', utf16(`\uFEFF${diagram(PROCESS, 'UTF-16')}`)],
    ['UTF-16, high byte first', swapped(utf16(`\uFEFF${diagram(PROCESS, 'UTF-16')}`))],
    ['UTF-16 without a mark', utf16(diagram(PROCESS, 'UTF-16'))],
  ];
  test.each(files)('%s', (_name, bytes) => expect(readFile(bytes)).toEqual({ ok: true, xml: kept }));

  test('ISO-8859-1', () => {
    const xml = diagram(PROCESS).replace('收文', '');
    expect(readFile(new Uint8Array(Buffer.from(xml.replace('UTF-8', 'ISO-8859-1'), 'latin1')))).toEqual({ ok: true, xml });
  });

  test('GB18030, as offices in China have it', () => {
    const [before = '', after = ''] = diagram(PROCESS, 'GB2312').replace('é', '').split('收文');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xca, 0xd5, 0xce, 0xc4]), Buffer.from(after)]);
    expect(readFile(new Uint8Array(bytes))).toEqual({ ok: true, xml: kept.replace('é', '') });
  });

  test('a file that names no encoding is left as it is', () => {
    const xml = kept.slice(kept.indexOf('<definitions'));
    expect(readFile(utf8(xml))).toEqual({ ok: true, xml });
  });
});

describe('A file that is no diagram is told what it is, in both languages', () => {
  const bad: readonly [name: string, bytes: Uint8Array, zh: RegExp, en: RegExp][] = [
    ['nothing', new Uint8Array(), /空的/, /is empty/],
    ['only space', utf8(' \n '), /空的/, /is empty/],
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), /PDF 文件，不是 BPMN/, /a PDF, no BPMN file\. Save it as/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /图片，不是 BPMN/, /a picture, no BPMN/],
    ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /图片，不是 BPMN/, /a picture, no BPMN/],
    ['a drawing', utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/, /a picture \(SVG\)/],
    ['a table', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /Excel/, /Excel/],
    ['an old table', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /旧版 Office/, /older Office/],
    ['a page', utf8('\n<!DOCTYPE html>\n<html></html>'), /网页，不是 BPMN/, /a web page, no BPMN/],
    ['words', utf8('第一步：收文'), /应以“<”开始/, /begins with “<”/],
    ['other XML', utf8('<project><name/></project>'), /最外层为“project”/, /outermost element is “project”/],
    ['BPMN of nobody’s namespace', utf8('<definitions/>'), /最外层为“definitions”/, /no diagram in BPMN 2\.0/],
    [
      'broken XML',
      utf8(diagram('<process id="p">\n  <task id="t"></process>')),
      /第 4 行第 16 个字符处有误：应以“<\/task>”/,
      /Line 4, character 16/,
    ],
    [
      'a document type',
      utf8('<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]><definitions/>'),
      /第 2 行第 1 .*DOCTYPE/,
      /Line 2.*DOCTYPE/,
    ],
    ['an encoding that is not read', utf8(diagram(PROCESS, 'Shift_JIS')), /编码无法识别/, /encoding is not known/],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0xca, 0xd5, 0x3e]), /编码无法识别/, /encoding is not known/],
  ];
  test.each(bad)('%s', (_name, bytes, zh, en) => {
    const read = readFile(bytes);
    expect(read).toEqual({ ok: false, why: { zh: expect.stringMatching(zh), en: expect.stringMatching(en) } });
  });
});

describe('A file that is a diagram, but cannot be taken in, is told why by the checking', () => {
  const bad: readonly [name: string, inner: string, en: RegExp][] = [
    ['3 MB', `<process id="p"><documentation>${'x'.repeat(3 * 1024 * 1024)}</documentation></process>`, /at most 2 MB/],
    [
      '3,001 elements',
      `<process id="p">${Array.from({ length: 3001 }, (_, at) => `<task id="t${at}"/>`).join('')}</process>`,
      /At most 3000/,
    ],
    ['65 levels', '<a>'.repeat(64) + '</a>'.repeat(64), /no deeper than 64/],
    ['no process', '<message id="m"/>', /at least one process/],
  ];
  test.each(bad)('%s', async (_name, inner, en) => {
    const read = readFile(utf8(diagram(inner)));
    if (!read.ok) throw new Error(read.why.en);
    expect(await checkWhole(read.xml)).toMatchObject({
      ok: false,
      expected: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(en) },
    });
  });

  test('a flow to nowhere does not stand in the way: it is told at its place, and the file is taken in', async () => {
    const read = readFile(
      utf8(diagram('<process id="p"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="gone"/></process>')),
    );
    if (!read.ok) throw new Error(read.why.en);
    const problems = [expect.objectContaining({ rule: 'danglingFlow', element: 'f' })];
    expect(await checkWhole(read.xml)).toMatchObject({ ok: true, problems: expect.arrayContaining(problems) });
  });
});
