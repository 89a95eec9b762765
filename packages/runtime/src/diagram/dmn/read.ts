import { DmnModdle } from 'dmn-moddle';
import type { Text } from '../../words/text.ts';
import { overLimit } from '../parse/limits.ts';
import type { Node } from '../parse/node.ts';
import { DMN_LIMITS } from './limits.ts';

/** The namespace that dmn-moddle reads; what is used here is the same in DMN 1.1 to 1.5. */
const OURS = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const OTHERS =
  /http:\/\/www\.omg\.org\/spec\/DMN\/(20151101\/dmn\.xsd|20180521\/MODEL\/)|https:\/\/www\.omg\.org\/spec\/DMN\/(20211108|20230324)\/MODEL\//g;

/** Reads a DMN file: its definitions, or why it cannot be read. */
export async function readDmn(xml: string): Promise<Node | Text> {
  const { length } = DMN_LIMITS;
  if (xml.length > length)
    return { zh: `决策表文件超过 ${length} 个字符`, en: `The file of decision tables is longer than ${length} characters` };
  const refused = overLimit(xml);
  if (refused) return refused.expected;
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml.replace(/^\uFEFF/, '').replace(OTHERS, OURS));
    const odd = warnings.find(({ message }) => /duplicate ID|illegal ID|unparsable|unknown type <dmn:/.test(message));
    return odd ? notDmn(odd.message) : (rootElement as Node);
  } catch (error) {
    return notDmn(error instanceof Error ? error.message : String(error));
  }
}

const notDmn = (what: string): Text => ({ zh: `决策表文件不是可读的 DMN：${what}`, en: `Not a DMN file that can be read: ${what}` });
