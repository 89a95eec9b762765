import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Digest, id } from './ids.ts';

// One for all: making one costs more than digesting a small text.
const utf8 = new TextEncoder();

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const digest = (text: string): Digest => id(bytesToHex(sha256(utf8.encode(text))));
