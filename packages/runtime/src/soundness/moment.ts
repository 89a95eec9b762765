import { id, type Instant } from '../words/ids.ts';

/** The moment of every explored run; nothing that is followed depends on it. */
export const MOMENT: Instant = id('2026-01-01T00:00:00.000Z');
