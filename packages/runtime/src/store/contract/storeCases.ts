import type { StoreCase } from './ground.ts';
import { listCases } from './lists.ts';
import { streamCases } from './streams.ts';
import { thingCases } from './things.ts';
import { visibilityCases } from './visibility.ts';

/** The contract of all stores, case by case; each is given a ground of its own. Beside it stands `crashAtEveryCall`. */
export const storeCases: readonly StoreCase[] = [...streamCases, ...visibilityCases, ...listCases, ...thingCases];
