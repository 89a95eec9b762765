import type { Clearance } from './model.ts';

const RANKS: { readonly [clearance in Clearance]: number } = { open: 0, internal: 1, secret: 2, confidential: 3, topSecret: 4 };

/** Clearances as numbers: whoever is cleared reads what ranks no higher. */
export const rankOf = (clearance: Clearance): number => RANKS[clearance];

/** Whether somebody so cleared may see what is so classified. */
export const covers = (held: Clearance, needed: Clearance): boolean => rankOf(needed) <= rankOf(held);
