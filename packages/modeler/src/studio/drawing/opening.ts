import { useCallback, useEffect, useState } from 'react';
import type { DrawingPage, FlowPage } from '@guicheng/server/contract';
import { ask } from '../../api/client.ts';

/** Reads what is to be drawn on. */
export function useOpening(flow: string): {
  readonly opened: DrawingPage | undefined;
  readonly error: unknown;
  readonly again: () => void;
} {
  const [state, setState] = useState<{ readonly opened?: DrawingPage; readonly error?: unknown }>({});
  const load = useCallback(
    () =>
      read(flow).then(
        (opened) => setState({ opened }),
        (error: unknown) => setState({ error }),
      ),
    [flow],
  );
  useEffect(() => void load(), [load]);
  return { opened: state.opened, error: state.error, again: () => void load() };
}

const read = (flow: string): Promise<DrawingPage> => ask<DrawingPage>(`/api/flows/${flow}/drawing`).catch(() => latest(flow));

/** The latest version to draw on. */
async function latest(flow: string): Promise<DrawingPage> {
  const { card, xml, processes } = await ask<FlowPage>(`/api/flows/${flow}`);
  return {
    flow,
    processes,
    xml,
    revision: 0,
    latest: card.version,
    draft: null,
    holder: null,
    around: { flows: [], posts: [], units: [] },
  };
}
