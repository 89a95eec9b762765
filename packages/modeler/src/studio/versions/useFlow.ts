import type { DrawingPage, KeptPoint, Text, VersionCard } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { nameOf } from '../drawing/nameOf.ts';
import { draftPath } from './source.ts';

/** Everything about the states of a flow's file that these pages list. */
export interface FlowStates {
  readonly name: Text;
  readonly versions: readonly VersionCard[];
  readonly drawing: DrawingPage;
  readonly kept: readonly KeptPoint[];
}

/** Reads a flow's versions, its draft and the kept moments; `hold` asks whether this very tab draws. */
export function useFlow(
  flow: string,
  hold?: string,
): { readonly states: FlowStates | undefined; readonly error: unknown; readonly again: () => void } {
  const drawing = useRead<DrawingPage>(`${draftPath(flow)}${hold === undefined ? '' : `?hold=${encodeURIComponent(hold)}`}`);
  // A flow that was never published has no list of versions: its address is unknown.
  const isPublished = drawing.data !== undefined && drawing.data.latest > 0;
  const versions = useRead<readonly VersionCard[]>(isPublished ? `/api/flows/${encodeURIComponent(flow)}/versions` : null);
  const kept = useRead<readonly KeptPoint[]>(`${draftPath(flow)}/kept`);
  const error = drawing.error ?? versions.error ?? kept.error;
  const again = (): void => {
    for (const one of isPublished ? [versions, drawing, kept] : [drawing, kept]) void one.refetch();
  };
  const listed = isPublished ? versions.data : NONE;
  if (!drawing.data || !listed || !kept.data || drawing.data.flow !== flow) return { states: undefined, error, again };
  return { states: { name: nameOf(drawing.data), versions: listed, drawing: drawing.data, kept: kept.data }, error: undefined, again };
}

const NONE: readonly VersionCard[] = [];
