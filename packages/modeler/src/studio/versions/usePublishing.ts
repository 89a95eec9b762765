import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DrawingPage, PublishDrawing, PublishedPage } from '@guicheng/server/contract';
import { ask } from '../../api/client.ts';
import { useIntention } from '../../api/intention.ts';

/** What the owner wrote for a version, before it is published. */
export interface Wish {
  readonly note: string;
  readonly effectiveFrom: string | null;
}

/** What was published. */
export interface Done extends PublishedPage {
  readonly atOnce: boolean;
}

/** Publishing the draft that this page shows. */
export interface Publishing {
  readonly busy: boolean;
  readonly refused: unknown;
  readonly publish: (wish: Wish) => void;
  /** Becomes the tab that draws, also where another does. */
  readonly takeOver: () => void;
}

/** Asks the server to publish what is shown, and nothing newer: what changed meanwhile is refused. The same wish again is asked once. */
export function usePublishing(
  flow: string,
  drawing: DrawingPage,
  { hold, done }: { readonly hold: string; readonly done: (done: Done) => void },
): Publishing {
  const queries = useQueryClient();
  const request = useIntention();
  const [state, setState] = useState<{ readonly busy: boolean; readonly refused?: unknown }>({ busy: false });
  const path = `/api/flows/${encodeURIComponent(flow)}`;
  const settle = (next: typeof state): void => {
    setState(next);
    void queries.invalidateQueries();
  };
  return {
    busy: state.busy,
    refused: state.refused,
    publish({ note, effectiveFrom }) {
      setState({ busy: true });
      const body = { hold, revision: drawing.revision, latest: drawing.latest, note: note.trim(), effectiveFrom };
      const sent: PublishDrawing = { request: request(body), ...body };
      ask<PublishedPage>(`${path}/publish`, 'POST', sent).then(
        (published) => {
          done({ ...published, atOnce: effectiveFrom === null });
          settle({ busy: false });
        },
        (refused: unknown) => settle({ busy: false, refused }),
      );
    },
    takeOver() {
      setState({ busy: true });
      ask(`${path}/drawing/hold`, 'POST', { hold, takeOver: true }).then(
        () => settle({ busy: false }),
        (refused: unknown) => settle({ busy: false, refused }),
      );
    },
  };
}
