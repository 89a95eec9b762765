import { digest } from '../../words/digest.ts';
import { initialsOf } from '../../words/initials.ts';

/**
 * A key for a new flow: the initials of its Chinese name, or the words of its English one, and a few characters of the request, so that
 * two flows of one name differ and a request that is asked twice means one. 复印机报修 gives `fyjbx-3fa2c1`.
 */
export function newKey(name: string, request: string): string {
  const letters = [...name].map((character) => initialsOf(character).charAt(0) || (/\w/.test(character) ? character.toLowerCase() : ' '));
  const readable = letters
    .join('')
    .trim()
    .replaceAll(/\s+/g, '-')
    .replace(/^[\d_-]+/, '')
    .slice(0, 40);
  return `${readable || 'flow'}-${digest(request).slice(0, 6)}`;
}
