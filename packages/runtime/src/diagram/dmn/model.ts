import type { Text } from '../../words/text.ts';

/** One DMN file that stands in a process: its decisions, and what is wrong with it. A file with faults decides nothing. */
export interface DecisionFile {
  /** The name by which steps ask for it. */
  readonly key: string;
  readonly name: Text;
  /** In document order; empty where the file could not be read. */
  readonly decisions: readonly Decision[];
  readonly faults: readonly Text[];
}

/** One decision. Others see its result under `variable`. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  /** Ids of the decisions of the same file whose results it reads. */
  readonly needs: readonly string[];
  readonly logic: DecisionTable | DecisionExpression;
}

/** A literal expression, in FEEL. */
export interface DecisionExpression {
  readonly kind: 'expression';
  readonly text: string;
}

/** DMN's hit policies: which of the rules that hit give the result. */
export const HIT_POLICIES = ['UNIQUE', 'ANY', 'FIRST', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** What COLLECT makes of all results; without one it is their list. */
export const AGGREGATIONS = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rules: readonly DecisionRule[];
}

/** A column that is asked. */
export interface Input {
  readonly label: string;
  readonly expression: string;
  readonly type: Temporal | null;
  /** Unary tests that every value must meet. */
  readonly values?: string;
}

/** Types whose values the case keeps as text, and FEEL makes of it before it compares. */
export type Temporal = 'date' | 'time' | 'date and time' | 'duration';

/** A column that is answered; several make the result a context with their names. */
export interface Output {
  readonly name: string;
  readonly label: string;
  /** The values that it may have; for PRIORITY and OUTPUT ORDER the most important first. */
  readonly values?: string;
  /** What it is where no rule hits. */
  readonly otherwise?: string;
}

/** A row: a unary test for each input, an expression for each output. */
export interface DecisionRule {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
