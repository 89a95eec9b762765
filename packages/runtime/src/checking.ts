// The browser's door to reading and checking diagrams; loaded with the studio, most of it in a worker.
export { vocabulary } from './diagram/vocabulary.ts';
export type { Finding, Known } from './diagram/check.ts';
export type * from './diagram/model.ts';
export type * from './diagram/office.ts';
export { checkFeel } from './diagram/feel/check.ts';
export { FIELD_TYPES } from './diagram/office.ts';
export { decode } from './diagram/parse/decode.ts';
export { look, type Look } from './diagram/look.ts';
export { readBpmn, type ReadFile } from './diagram/parse/read.ts';
export { checkWhole, type Checked, type Problem } from './soundness/checkWhole.ts';
export { parseDiagram } from './diagram/parse.ts';
export { checkDiagram } from './diagram/check.ts';
export { Judge } from './soundness/judge.ts';
export type { JudgedFinding, Judgement } from './soundness/judgement.ts';
export { OFFICE_RULES } from './soundness/officeRules.ts';
export type { Property } from './soundness/property.ts';
export type { RunStep } from './soundness/runOf.ts';
export type { Frame, Play } from './soundness/play.ts';
