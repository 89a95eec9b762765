import type { DrawingPage } from '@guicheng/server/contract';
import type { DrawingServer } from './drawingServer.ts';
import type { Copies, LocalCopy } from './localCopy.ts';
import { makeLocalKeeper, type When } from './localKeeper.ts';
import type { OpeningPlan } from './planOpening.ts';
import { makeSender, type Line } from './sender.ts';

/** Where the drawing is kept by now. */
export interface Kept {
  readonly line: Line;
  /** The server has everything. */
  readonly whole: boolean;
  /** This browser could keep the last whole. */
  readonly here: boolean;
  /** When the server last got it, by its own clock; null: never, there is no draft. */
  readonly savedAt: string | null;
}

export interface Keeper {
  /** After every command. */
  changed(): void;
  /** At blur, when the page is hidden, when the line is back, before publishing: now. Resolves when the server has it or said why not. */
  send(): Promise<void>;
  /** Something happened to a drawing: asks whether this tab still draws. */
  look(): Promise<void>;
  /** The whole page goes. */
  leave(): void;
  /** Another room of the app is shown: the last commands go out, then others may draw. */
  close(): Promise<void>;
  kept(): Kept;
  /** The revision that the server has, for what is asked of it beside: publishing, keeping a point. */
  revision(): number;
}

/** How often the server hears that this tab still draws: whoever lost the drawing knows within this, in milliseconds. */
const BEAT = 4000;

/** Keeps one tab's drawing: every command in the browser at once, the whole on the server now and then. `told` is called when `kept()` changed. */
export function makeKeeper(parts: {
  readonly page: DrawingPage;
  readonly plan: OpeningPlan;
  readonly hold: string;
  readonly serialise: () => Promise<string>;
  readonly copies: Copies;
  readonly server: DrawingServer;
  readonly when: When;
  readonly at: () => string;
  readonly told: () => void;
}): Keeper {
  const { page, plan, hold, copies, server, when, told } = parts;
  const standing = {
    revision: page.revision,
    base: page.draft?.base ?? page.latest,
    onItsWay: [],
  };
  const begun: LocalCopy = { ...standing, hold, xml: plan.xml, unsent: plan.taken !== null, at: plan.taken?.at ?? parts.at() };
  let here = true;
  let open = true;
  const local = makeLocalKeeper({
    begun,
    serialise: parts.serialise,
    keep: copies.keep,
    when,
    at: parts.at,
    told(kept) {
      here = kept;
      const { xml, commands } = local.last();
      if (commands > sender.sent()) void server.prepare({ revision: sender.revision(), xml });
      told();
    },
  });
  const sender = makeSender({ begun: { ...standing, savedAt: page.draft?.savedAt ?? null }, local, server, when, told });
  const beat = (): void => {
    if (!open || sender.line().state === 'lost') return;
    when.after(BEAT, () => {
      if (open) void sender.beat().then(beat);
    });
  };
  beat();
  if (plan.taken) sender.changed();
  return {
    changed() {
      local.changed();
      sender.changed();
      told();
    },
    send: sender.send,
    look: async () => {
      if (open) await sender.beat();
    },
    leave: sender.leave,
    async close() {
      open = false;
      await sender.send();
      // What came while an earlier whole was on its way.
      if (local.commands() > sender.sent()) await sender.send();
      const all = local.commands() === sender.sent();
      local.stop();
      sender.stop();
      if (all) await copies.drop(hold);
      // Whoever lost the drawing lets go of nothing.
      server.release();
    },
    kept: () => ({ line: sender.line(), whole: local.commands() === sender.sent(), here, savedAt: sender.savedAt() }),
    revision: sender.revision,
  };
}
