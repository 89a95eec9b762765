import type { DrawingPage } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';

/** One state of a flow's file: a version by its number, the draft as it was saved last, or a moment of it that was kept. */
export type Source = number | 'draft' | `kept-${string}`;

/** What an address says, `7`, `draft` or `kept-0000000012`; null where it is none of these. */
export function sourceOf(words: string | null): Source | null {
  if (words === 'draft') return 'draft';
  if (words && /^kept-\d{1,12}$/.test(words)) return words as `kept-${string}`;
  return words && /^[1-9]\d{0,8}$/.test(words) ? Number(words) : null;
}

/** Where the draft of a flow is read. */
export const draftPath = (flow: string): string => `/api/flows/${encodeURIComponent(flow)}/drawing`;

/** Where the text of a state is read. */
export function pathOf(flow: string, source: Source): string {
  if (source === 'draft') return draftPath(flow);
  return typeof source === 'number'
    ? `/api/flows/${encodeURIComponent(flow)}/versions/${source}`
    : `${draftPath(flow)}/kept/${source.slice('kept-'.length)}`;
}

/** A state of the file as it is read. */
export interface SourceText {
  /** Undefined until it is here. */
  readonly xml: string | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

/** Reads a state of a flow's file; null reads nothing. */
export function useSource(flow: string, source: Source | null): SourceText {
  const read = useRead<Pick<DrawingPage, 'xml'>>(source === null ? null : pathOf(flow, source));
  // Until it has answered, the answer before it would stand for it.
  return {
    xml: read.isPlaceholderData ? undefined : read.data?.xml,
    error: read.data ? null : read.error,
    again: () => void read.refetch(),
  };
}
