import type { Text } from '@guicheng/server/contract';

/** How other kinds of files begin, byte by byte. */
const KINDS: readonly (readonly [readonly number[], Text])[] = [
  [[0x25, 0x50, 0x44, 0x46], { zh: ' PDF 文件', en: 'a PDF' }],
  [[0x89, 0x50, 0x4e, 0x47], { zh: '图片', en: 'a picture' }],
  [[0xff, 0xd8, 0xff], { zh: '图片', en: 'a picture' }],
  [[0x47, 0x49, 0x46, 0x38], { zh: '图片', en: 'a picture' }],
  [[0x52, 0x49, 0x46, 0x46], { zh: '图片或音像文件', en: 'a picture, sound or film' }],
  [
    [0x50, 0x4b, 0x03, 0x04],
    { zh: '压缩文件或 Office 文档（Word、Excel、Visio）', en: 'an archive or an Office document (Word, Excel, Visio)' },
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], { zh: '旧版 Office 文档（Word、Excel、Visio）', en: 'an older Office document (Word, Excel, Visio)' }],
  [[0x52, 0x61, 0x72, 0x21], { zh: '压缩文件', en: 'an archive' }],
  [[0x1f, 0x8b], { zh: '压缩文件', en: 'an archive' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { zh: '压缩文件', en: 'an archive' }],
];

const PAGE: Text = { zh: '网页', en: 'a web page' };
const PICTURE: Text = { zh: '图片（SVG）', en: 'a picture (SVG)' };

/** Which other kind of file it is by its first bytes, whatever its name says; nothing where it may be a diagram. */
export function otherKind(bytes: Uint8Array): Text | undefined {
  const known = KINDS.find(([begin]) => begin.every((byte, at) => bytes[at] === byte))?.[1];
  if (known) return known;
  const begin = String.fromCharCode(...bytes.subarray(0, 400));
  if (/^(\u00ef\u00bb\u00bf)?\s*(<!--[^>]*-->\s*)?<(!doctype\s+html|html[\s>])/i.test(begin)) return PAGE;
  return /^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!DOCTYPE\s+svg|<svg[\s>])/i.test(begin) ? PICTURE : undefined;
}
