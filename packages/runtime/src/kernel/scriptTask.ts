import type { Construct } from './construct.ts';
import { job } from './job.ts';

/** A script is a job for whoever hands it on; nothing here runs it, and a diagram with one is not published (rule `scriptTask`). */
export const scriptTask: Construct = job;
