export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** BPMN and its drawing, in which an `id` is one for the whole file. */
export const STANDARD: ReadonlySet<string> = new Set([
  BPMN,
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
]);

/** What the editor itself sets and takes away: the office's words, colours, types. */
const EDITED: ReadonlySet<string> = new Set([
  'urn:guicheng:bpmn:1',
  'http://bpmn.io/schema/bpmn/biocolor/1.0',
  'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
  'http://www.w3.org/2001/XMLSchema-instance',
]);

/** Whether a namespace is another tool's: nothing in the editor takes that away on purpose. Attributes of no namespace are BPMN's. */
export const isForeign = (uri: string): boolean => uri !== '' && !STANDARD.has(uri) && !EDITED.has(uri);
