import { type Refused, refuse } from '../../words/refusal.ts';

/** The text of a file's bytes: UTF-8 or UTF-16 by byte order mark, else by the XML declaration, else UTF-8. */
export function decode(bytes: Uint8Array): string | Refused {
  const name = encodingOf(bytes);
  if (name === 'latin1') return latin1(bytes);
  if (name !== 'utf-8' && name !== 'utf-16le' && name !== 'utf-16be') return wrongEncoding(name);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return wrongEncoding(name);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(latin1(bytes.subarray(0, 200)))?.[1]?.toLowerCase();
  if (declared === undefined || declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii') return 'utf-8';
  return declared === 'iso-8859-1' || declared === 'latin1' ? 'latin1' : declared;
}

/** Byte by byte, as ISO-8859-1 says; the platform's decoder of that name reads windows-1252. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

const wrongEncoding = (name: string): Refused =>
  refuse('invalidDiagram', name, {
    zh: '以 UTF-8、带字节序标记的 UTF-16 或声明为 ISO-8859-1 编码的文件；请另存为 UTF-8',
    en: 'A file in UTF-8, UTF-16 with a byte order mark, or declared ISO-8859-1; save it as UTF-8',
  });
