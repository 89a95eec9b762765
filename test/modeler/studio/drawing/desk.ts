import { jest } from '@jest/globals';
import type { DrawingPage, Holder } from '../../../../packages/server/src/contract.ts';
import { Refusal } from '../../../../packages/modeler/src/api/client.ts';
import type { DrawingServer } from '../../../../packages/modeler/src/studio/drawing/sync/drawingServer.ts';
import { makeKeeper, type Keeper } from '../../../../packages/modeler/src/studio/drawing/sync/keeper.ts';
import type { Copies, LocalCopy } from '../../../../packages/modeler/src/studio/drawing/sync/localCopy.ts';
import { planOpening, type OpeningPlan } from '../../../../packages/modeler/src/studio/drawing/sync/planOpening.ts';

const refusal = (status: number, code: string): Refusal =>
  new Refusal({ type: 'about:blank', title: code, status, code, culprit: '', expected: { zh: code, en: code } });

/** A server with one drawing, as the real one answers; its clock runs an hour behind the browsers'. */
export class Server {
  reached = true;
  /** The next save arrives, but its answer does not. */
  loseAnswer = false;
  refuses: { readonly status: number; readonly code: string } | null = null;
  latest = 1;
  published = 'v1';
  /** Grows with everything that happens to the drawing, never starts again. */
  revision = 0;
  draft: { base: number; xml: string } | null = null;
  holder: { hold: string; person: string } | null = null;
  readonly saves: string[] = [];

  private answer(): void {
    if (!this.reached) throw refusal(0, 'unavailable');
    if (this.refuses) throw refusal(this.refuses.status, this.refuses.code);
  }

  /** Holding counts, too: the next revision is not the next number. */
  private put(xml: string): void {
    this.revision += 3;
    this.draft = { base: this.draft?.base ?? this.latest, xml };
  }

  private now = (): string => new Date(Date.now() - 3_600_000).toISOString();

  page(hold: string): DrawingPage {
    const holder: Holder | null = this.holder && {
      person: { id: this.holder.person, name: { zh: this.holder.person } },
      here: this.holder.hold === hold,
      since: this.now(),
      seenAt: this.now(),
    };
    const saved = { savedAt: this.now(), savedBy: { id: 'li-min', name: { zh: '李敏' } } };
    return {
      flow: 'f',
      processes: [],
      xml: this.draft?.xml ?? this.published,
      revision: this.revision,
      latest: this.latest,
      draft: this.draft && { revision: this.revision, base: this.draft.base, ...saved },
      holder,
      now: this.now(),
      around: { flows: [], posts: [], units: [] },
    };
  }

  /** What a tab of this person, by its hold, is answered. */
  asked(hold: string, person = 'li-min'): DrawingServer {
    return {
      read: async () => {
        this.answer();
        return this.page(hold);
      },
      hold: async (takeOver) => {
        this.answer();
        if (this.holder && this.holder.hold !== hold && !takeOver) throw refusal(409, 'takenByAnother');
        this.holder = { hold, person };
      },
      save: async ({ revision, xml }) => {
        this.answer();
        if (this.holder && this.holder.hold !== hold) throw refusal(409, 'takenByAnother');
        if (revision !== this.revision) throw refusal(409, 'changedMeanwhile');
        // Where nobody draws, who saves becomes the one who draws.
        this.holder ??= { hold, person };
        this.put(xml);
        this.saves.push(xml);
        if (this.loseAnswer) {
          this.loseAnswer = false;
          throw refusal(0, 'unavailable');
        }
        return { revision: this.revision, savedAt: this.now() };
      },
      prepare: async () => undefined,
      saveAtOnce: ({ revision, xml }) => {
        if (this.holder?.hold !== hold || revision !== this.revision) return;
        this.put(xml);
        this.holder = null;
      },
      release: () => {
        if (this.holder?.hold === hold) this.holder = null;
      },
    };
  }
}

/** A browser's IndexedDB for one person and flow. */
export class Browser implements Copies {
  full = false;
  readonly copies = new Map<string, LocalCopy>();
  list = async (): Promise<readonly LocalCopy[]> => [...this.copies.values()];
  keep = async (copy: LocalCopy): Promise<void> => {
    if (this.full) throw new Error('QuotaExceededError');
    this.copies.set(copy.hold, structuredClone(copy));
  };
  drop = async (hold: string): Promise<void> => void this.copies.delete(hold);
}

export interface Tab {
  readonly keeper: Keeper;
  readonly plan: OpeningPlan;
  /** Draws: the whole is this from now on. */
  draw(xml: string): void;
  /** The browser is killed: nothing of this tab runs any more. */
  kill(): void;
}

/** Waiting, with a moment of rest after 200 ms. */
export const when = {
  soon: (run: () => void) => when.after(200, run),
  after: (milliseconds: number, run: () => void) => {
    const id = setTimeout(run, milliseconds);
    return () => clearTimeout(id);
  },
};

/** Opens the drawing in a tab of a browser, as the page does. */
export async function openTab(server: Server, browser: Browser, hold: string): Promise<Tab> {
  const asked = server.asked(hold);
  await asked.hold(false).catch(() => undefined);
  const page = await asked.read();
  const plan = planOpening(page, await browser.list(), page.holder?.here ?? false);
  let whole = plan.xml;
  let killed = false;
  const never = new Promise<never>(() => undefined);
  const alive = <Value>(run: () => Promise<Value>): Promise<Value> => (killed ? never : run());
  const keeper = makeKeeper({
    page,
    plan,
    hold,
    serialise: () => alive(async () => whole),
    copies: { list: browser.list, keep: (copy) => alive(() => browser.keep(copy)), drop: (one) => alive(() => browser.drop(one)) },
    server: { ...asked, hold: (over) => alive(() => asked.hold(over)), save: (body) => alive(() => asked.save(body)) },
    when,
    at: () => new Date().toISOString(),
    told: () => undefined,
  });
  return {
    keeper,
    plan,
    draw(xml) {
      whole = xml;
      keeper.changed();
    },
    kill: () => {
      killed = true;
    },
  };
}

/** Lets so many milliseconds pass. */
export const pass = (milliseconds: number): Promise<unknown> => jest.advanceTimersByTimeAsync(milliseconds);
