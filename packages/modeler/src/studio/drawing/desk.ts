import type { Language } from '@guicheng/server/contract';
import { openXml } from '../canvas/fidelity/openXml.ts';
import { saveXml } from '../canvas/fidelity/saveXml.ts';
import { makeModeler, type Modeler } from '../canvas/modeler.ts';
import type { Opened } from './opening.ts';
import { showProcess } from '../showProcess.ts';
import { browserWhen } from './sync/browserWhen.ts';
import { makeKeeper, type Keeper } from './sync/keeper.ts';

/** The editor with the drawing open in it, and what keeps it. */
export interface Desk {
  readonly modeler: Modeler;
  readonly keeper: Keeper;
  /** The file as it is now, written out once per change however many ask. */
  readonly xml: () => Promise<string>;
  /** Puts another whole on the canvas in place of what is there; it is kept like a command, but undo does not go behind it. */
  readonly replace: (xml: string) => Promise<void>;
}

export interface About {
  readonly language: Language;
  readonly changed: () => void;
}

/** Sets up a desk in a container; `changed` is called whenever the drawing or where it is kept changed. Rejects where the file cannot be drawn. */
export function setUpDesk(
  container: HTMLElement,
  opened: Opened,
  about: About,
): { readonly open: () => Promise<Desk>; readonly close: () => Promise<void> } {
  const { page, plan, hold, copies, server } = opened;
  const modeler = makeModeler(container, about);
  let begun: Keeper | undefined;
  let written: Promise<string> | undefined;
  const xml = (): Promise<string> => {
    written ??= saveXml(modeler).catch((error: unknown) => {
      written = undefined;
      throw error;
    });
    return written;
  };
  const close = async (): Promise<void> => {
    await begun?.close();
    if (!begun) server.release();
    opened.letGo();
    modeler.destroy();
  };
  const open = async (): Promise<Desk> => {
    await openXml(modeler, plan.xml, () => showProcess(modeler, page.flow));
    const keeper = makeKeeper({
      page,
      plan,
      hold,
      copies,
      server,
      serialise: xml,
      when: browserWhen,
      at: () => new Date().toISOString(),
      told: about.changed,
    });
    begun = keeper;
    // Opening empties the stack, which is no change of the drawing.
    modeler.on('commandStack.changed', 5000, ({ trigger }: { readonly trigger: string }) => {
      written = undefined;
      if (trigger === 'clear') about.changed();
      else keeper.changed();
    });
    return {
      modeler,
      keeper,
      xml,
      async replace(other) {
        const before = await xml();
        await openXml(modeler, other).catch(async (error: unknown) => {
          await openXml(modeler, before);
          throw error;
        });
        // Whoever asked for it while the other was being opened may have got what was there before.
        written = undefined;
        showProcess(modeler, page.flow);
        keeper.changed();
      },
    };
  };
  return { open, close };
}
