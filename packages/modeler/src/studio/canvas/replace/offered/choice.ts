import type { Drawn } from '../../services.ts';
import type { CanvasWord } from '../../words/zh.ts';

/** What an element can be changed into. */
export interface Choice {
  readonly word: CanvasWord;
  readonly icon: string;
  /** BPMN's own name, for those who know it. */
  readonly bpmn: string;
  readonly target: Target;
  /** One sentence of what it does. What has one is wanted seldom, and stands behind 更多…. */
  readonly does?: CanvasWord;
  /** Where it has a meaning; everywhere that its kind has, where it is absent. */
  readonly where?: (element: Drawn) => boolean;
}

export interface Target {
  readonly type: string;
  readonly eventDefinitionType?: string;
  /** What an event of several waits for or sends beside that. */
  readonly also?: readonly string[];
  /** Whether all of the several have to come. */
  readonly parallelMultiple?: boolean;
  readonly cancelActivity?: boolean;
  readonly isInterrupting?: boolean;
  readonly isExpanded?: boolean;
  /** A part with steps that stands beside the flow and begins by an event. */
  readonly triggeredByEvent?: boolean;
  /** Whether a case begins by it: a wait or a receipt without anything before. */
  readonly instantiate?: boolean;
  readonly eventGatewayType?: 'Exclusive' | 'Parallel';
  /** Whether several do it, each for one of a list: all at once or one after another. Only for steps. */
  readonly many?: 'parallel' | 'sequential';
  /** Whether it is done again until something holds. Only for steps. */
  readonly repeated?: boolean;
}

/** The kind of event by its short name. */
export const on = (kind: string): string => `bpmn:${kind}EventDefinition`;
