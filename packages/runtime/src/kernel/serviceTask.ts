import type { Construct } from './construct.ts';
import { job } from './job.ts';
import { setData } from './setData.ts';

/** A service is a job for a handler; one with `gc:set` the kernel does itself. */
export const serviceTask: Construct = (run, place) => (place.element.job?.type === 'set' ? setData(run, place) : job(run, place));
