import { type Refused, refuse } from '../../words/refusal.ts';

/** The text of a file's bytes: UTF-8 or UTF-16 by byte order mark, else by the XML declaration, else UTF-8. */
export function decode(bytes: Uint8Array): string | Refused {
  const name = encodingOf(bytes);
  if (name === 'latin1') return latin1(bytes);
  if (!READ.has(name)) return wrongEncoding(name);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return wrongEncoding(name);
  }
}

/** What the decoders of every browser and of Node read alike. */
const READ: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']);

/** Encodings by other names; GBK and GB2312 are parts of GB18030. What names itself UTF-16 in single bytes is not that. */
const ALSO: { readonly [declared: string]: string } = {
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16': 'utf-8',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

function encodingOf(bytes: Uint8Array): string {
  const begins = (...marks: readonly number[]): boolean => marks.every((mark, at) => bytes[at] === mark);
  if (begins(0xff, 0xfe) || begins(0x3c, 0)) return 'utf-16le';
  if (begins(0xfe, 0xff) || begins(0, 0x3c)) return 'utf-16be';
  if (begins(0xef, 0xbb, 0xbf)) return 'utf-8';
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(latin1(bytes.subarray(0, 200)))?.[1]?.toLowerCase() ?? 'utf-8';
  return Object.hasOwn(ALSO, declared) ? (ALSO[declared] ?? declared) : declared;
}

/** Byte by byte, as ISO-8859-1 says; the platform's decoder of that name reads windows-1252. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

const wrongEncoding = (name: string): Refused =>
  refuse('invalidDiagram', name, {
    zh: '以 UTF-8、UTF-16 编码，或在首行声明为 GB18030（GBK、GB2312）、ISO-8859-1 的文件；请另存为 UTF-8',
    en: 'A file in UTF-8 or UTF-16, or one whose first line declares GB18030 (GBK, GB2312) or ISO-8859-1; save it as UTF-8',
  });
