import type { Json } from '@guicheng/runtime/model';

/** What a word of ours means where it leaves an attribute out (docs/vocabulary.md). */
const DEFAULTS: { readonly [word: string]: { readonly [attribute: string]: Json } } = {
  'gc:About': { clearance: 'internal' },
  'gc:Starter': { kind: 'post', unit: 'wholeOffice' },
  'gc:Assignment': { kind: 'post', unit: 'wholeOffice' },
  'gc:Field': { required: false, perItem: false },
  'gc:Column': { required: false, perItem: false },
  'gc:Option': { manner: 'forward' },
  'gc:Access': { mode: 'read' },
  'gc:Handling': { attention: 'do', withdrawUntil: 'completed' },
  'gc:Deadline': { from: 'opened', unit: 'wd' },
  'gc:Timer': { form: 'workingDays', feel: false, unit: 'wd' },
  'gc:Risk': { confirm: false },
};

/** The value that an attribute has where it is not written; undefined where it has none. */
export const defaultOf = (word: string, attribute: string): Json | undefined => DEFAULTS[word]?.[attribute];
