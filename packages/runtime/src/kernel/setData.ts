import type { Construct } from './construct.ts';
import { mapped, visible, writeAll } from './run/data.ts';
import { raise } from './run/incident.ts';

/** `gc:set`: works values out and writes them, all or none. A later line sees what an earlier one set. */
export const setData: Construct = (run, { token, element }) => {
  if (element.job?.type !== 'set') return;
  const values = mapped(run, element.job.set, visible(run, token.scope));
  if (!values.ok) return raise(run, token, { code: 'mappingFailed', detail: values.detail });
  writeAll(run, token.scope, values.values);
  run.queue.push({ do: 'finished', visit: token.visit });
};
