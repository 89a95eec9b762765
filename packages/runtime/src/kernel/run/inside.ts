import type { ElementId } from '../../words/ids.ts';
import type { Compensable } from '../marking.ts';

/** What is known of a scope that has just completed, until the activity that it was the inside of is noted as done. */
export type Inside = Pick<Compensable, 'as' | 'definition' | 'data' | 'inner'> & { readonly handler: ElementId | undefined };
