// The browser's door: types and pure functions, nothing of a server's.
export type { Json } from './words/json.ts';
export type { Language, Text } from './words/text.ts';
export { inLanguage } from './words/text.ts';
export { readsAs } from './words/readsAs.ts';
export { REFUSAL_CODES, type RefusalCode } from './words/refusal.ts';
export type * from './office/pages.ts';
export { shownFields, type Conditional, type Holds, type Standing } from './form/shownFields.ts';
export { conditionsAt } from './form/conditionsAt.ts';
