import type { DrawingPage, DrawingSaved } from '@guicheng/server/contract';
import { ask } from '../../../api/client.ts';
import { packed } from './packed.ts';

/** A whole drawing upon the revision that the tab knows. */
export interface Body {
  readonly revision: number;
  readonly xml: string;
}

/** What a tab asks of the server about the drawing; every answer may be a thrown `Refusal`. */
export interface DrawingServer {
  read(): Promise<DrawingPage>;
  /** Becomes the tab that draws, or says that it is still here. */
  hold(takeOver: boolean): Promise<unknown>;
  save(whole: Body): Promise<DrawingSaved>;
  /** Packs a whole that may have to go out while the page goes, when nothing can be awaited. */
  prepare(whole: Body): Promise<void>;
  /** Sends the whole that was prepared, if it is this one, and lets others draw; waits for no answer. */
  saveAtOnce(whole: Body): void;
  /** Lets others draw; waits for no answer, so it can be asked while the page goes. */
  release(): void;
}

/** The drawing of one flow on the server, asked by the tab with this hold. */
export function drawingServer(flow: string, hold: string): DrawingServer {
  const path = `/api/flows/${encodeURIComponent(flow)}/drawing`;
  let ready: (Body & { readonly body: Uint8Array<ArrayBuffer> }) | undefined;
  return {
    read: () => ask<DrawingPage>(`${path}?hold=${hold}`),
    hold: (takeOver) => ask(`${path}/hold`, 'POST', { hold, takeOver }),
    async save(whole) {
      const body = { hold, ...whole };
      return ask<DrawingSaved>(path, 'PUT', (await packed(body)) ?? body);
    },
    async prepare(whole) {
      const body = await packed({ hold, ...whole, release: true });
      ready = body && { ...whole, body };
    },
    saveAtOnce({ revision, xml }) {
      if (ready?.revision === revision && ready.xml === xml) ask(path, 'PUT', ready.body).catch(() => undefined);
    },
    release() {
      fetch(`${path}/release`, {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ hold }),
      }).catch(() => undefined);
    },
  };
}
