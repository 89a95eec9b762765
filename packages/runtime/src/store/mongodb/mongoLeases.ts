import type { Store } from '../../ports/store.ts';
import { milliseconds } from '../../words/clock.ts';
import type { LeaseDocument } from './documents.ts';
import { isDuplicate } from './failure.ts';
import type { Hall } from './hall.ts';

/** How many past holders are left standing, so that one who looked long ago finds the id taken. */
const LEFT = 10;

/** Leases: inserting `name@n` decides who has it. Who holds one gets it again; it costs a new fence only when half of its time is gone. */
export const mongoLeases =
  (hall: Hall): Store['lease'] =>
  async (name, holder, seconds) => {
    const { leases } = hall.collections;
    const now = milliseconds(hall.clock.now());
    const held = await hall.reach('read lease', () => leases.findOne({ name }).sort({ n: -1 }).lean<LeaseDocument>());
    if (held && held.until > now) {
      if (held.holder !== holder) return undefined;
      if (held.until - now > seconds * 500) return { fence: held.n };
    }
    const n = (held?.n ?? 0) + 1;
    const document: LeaseDocument = { _id: `${name}@${n}`, name, n, holder, nonce: hall.random(), until: now + seconds * 1000 };
    try {
      await hall.reach('take lease', () => leases.create(document));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // The driver repeats an insert whose answer got lost: the one in the way may be this one.
      const there = await hall.reach('find lease', () => leases.findById(document._id).lean<LeaseDocument>());
      if (there?.nonce !== document.nonce) return undefined;
    }
    if (n > LEFT) await hall.reach('forget leases', () => leases.deleteMany({ name, n: { $lte: n - LEFT } }));
    return { fence: n };
  };
