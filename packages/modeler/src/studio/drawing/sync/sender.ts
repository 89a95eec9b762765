import type { DrawingPage, Holder, Text } from '@guicheng/server/contract';
import { reasonOf, Refusal } from '../../../api/client.ts';
import type { DrawingServer } from './drawingServer.ts';
import { fingerprint } from './fingerprint.ts';
import type { LocalKeeper, Standing, When, Whole } from './localKeeper.ts';
import { fits } from './planOpening.ts';

/** How a drawing stands to the server. */
export type Line =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  /** It cannot be reached. */
  | { readonly state: 'away' }
  /** It says no, though this tab draws: why. */
  | { readonly state: 'refused'; readonly why: Text }
  /** This tab draws no more: another took over, or the draft went on elsewhere (`by` null). What it kept stays in the browser. */
  | { readonly state: 'lost'; readonly by: Holder | null };

export interface Sender {
  /** Something was done: it goes to the server soon. */
  changed(): void;
  /** It goes now. Resolves when it is there or was told why not. */
  send(): Promise<void>;
  /** Says that this tab is still here; hears whether another took over. */
  beat(): Promise<void>;
  line(): Line;
  /** By the server's clock. */
  savedAt(): string | null;
  /** How many commands the server has. */
  sent(): number;
  /** The revision that the server was known to have. */
  revision(): number;
  /** The page goes now, and nothing can be awaited any more: what the server lacks goes out, and the next may draw. */
  leave(): void;
  stop(): void;
}

/** How often the whole goes to the server at most, and how soon it is tried again; in milliseconds. */
const SPACE = 8000;
const AGAIN = 5000;

/** Brings the whole to the server, upon the revision that it knows, and finds out what became of it when the answer is lost or a no. */
export function makeSender(parts: {
  readonly begun: Standing & { readonly savedAt: string | null };
  readonly local: LocalKeeper;
  readonly server: DrawingServer;
  readonly when: When;
  readonly told: () => void;
}): Sender {
  const { local, server, when } = parts;
  let { savedAt, ...standing } = parts.begun;
  let sent = 0;
  /** The text that the server has for sure at this revision; null: not known. */
  let there: string | null = null;
  let line: Line = { state: 'idle' };
  let waiting: (() => void) | null = null;
  let sending: Promise<void> | null = null;
  let stopped = false;
  const turn = (next: Line): void => {
    if (line.state === 'lost' || stopped) return;
    line = next;
    parts.told();
  };
  const later = (milliseconds: number): void => {
    if (line.state === 'lost' || stopped) return;
    waiting ??= when.after(milliseconds, () => {
      waiting = null;
      void send();
    });
  };
  /** Keeps the last second, too. */
  const lose = async (by: Holder | null): Promise<void> => {
    await local.now().catch(() => undefined);
    turn({ state: 'lost', by });
  };
  /** After a no: the draft as the server has it is what this tab knew or sent, and it goes on from there; or it is lost to this tab. */
  const reconcile = async (page: DrawingPage): Promise<void> => {
    if (page.holder && !page.holder.here) return lose(page.holder);
    if (!fits(standing, page)) return lose(null);
    const { revision } = page;
    const arrived = revision > standing.revision;
    standing = { ...standing, revision, onItsWay: arrived ? [] : standing.onItsWay };
    savedAt = page.draft?.savedAt ?? savedAt;
    there = page.xml;
    await local.note(standing, sent);
    return later(arrived ? 0 : SPACE);
  };
  const failed = async (error: unknown): Promise<void> => {
    if (!(error instanceof Refusal)) turn({ state: 'refused', why: reasonOf(error) });
    else if (error.problem.status === 0 || error.problem.status >= 502) turn({ state: 'away' });
    else if (error.problem.status === 409) return reconcile(await server.read());
    else turn({ state: 'refused', why: reasonOf(error) });
    return later(AGAIN);
  };
  /** Whatever else goes wrong while finding out what went wrong. */
  const unknown = (error: unknown): void => {
    turn(error instanceof Refusal ? { state: 'away' } : { state: 'refused', why: reasonOf(error) });
    later(AGAIN);
  };
  /** The server has this whole: it was answered, or what was done since was undone. */
  const settled = async ({ commands }: Whole): Promise<void> => {
    sent = commands;
    await local.note(standing, sent);
    turn({ state: 'idle' });
    if (local.commands() > sent) later(SPACE);
  };
  const once = async (): Promise<void> => {
    const whole = await local.now();
    if (whole.commands === sent) return;
    if (whole.xml === there) return settled(whole);
    if (line.state === 'idle') turn({ state: 'sending' });
    const name = fingerprint(whole.xml);
    standing = { ...standing, onItsWay: [...standing.onItsWay.filter((one) => one !== name), name].slice(-50) };
    await local.note(standing, sent);
    there = null;
    const saved = await server.save({ revision: standing.revision, xml: whole.xml });
    there = whole.xml;
    standing = { ...standing, revision: saved.revision, onItsWay: [] };
    ({ savedAt } = saved);
    return settled(whole);
  };
  const send = (): Promise<void> => {
    if (line.state === 'lost' || stopped) return Promise.resolve();
    waiting?.();
    waiting = null;
    sending ??= once()
      .catch(failed)
      .catch(unknown)
      .finally(() => {
        sending = null;
      });
    return sending;
  };
  return {
    changed: () => later(SPACE),
    send,
    beat: () =>
      server.hold(false).then(
        () => (local.commands() === sent ? turn({ state: 'idle' }) : line.state === 'away' ? send() : undefined),
        (error: unknown) => failed(error).catch(unknown),
      ),
    line: () => line,
    savedAt: () => savedAt,
    sent: () => sent,
    revision: () => standing.revision,
    leave() {
      if (line.state === 'lost' || stopped) return;
      const whole = local.last();
      if (whole.commands === sent && local.commands() === sent) server.release();
      else server.saveAtOnce({ revision: standing.revision, xml: whole.xml });
    },
    stop() {
      stopped = true;
      waiting?.();
      waiting = null;
    },
  };
}
