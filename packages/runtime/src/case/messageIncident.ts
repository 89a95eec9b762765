import { id, type WaitId } from '../words/ids.ts';

const MARK = 'message:';

/** The incident of a message that could not be delivered: none of the executor's, so no stimulus retries it. */
export const messageIncident = (message: string): WaitId => id(`${MARK}${message}`);

/** The message that an incident is about; undefined where it is one of the executor's. */
export const messageIn = (incident: string): string | undefined => (incident.startsWith(MARK) ? incident.slice(MARK.length) : undefined);
