import { answer } from '../diagram/dmn/answer.ts';
import { noteOf } from '../diagram/dmn/note.ts';
import type { Construct } from './construct.ts';
import { job } from './job.ts';
import { mapped, visible, writeAll } from './run/data.ts';
import { raise } from './run/incident.ts';

/** A decision of a table of the process is made here and now; a business rule task without one is a job for a handler. */
export const businessRuleTask: Construct = (run, place) => {
  const { token, element, plan } = place;
  if (element.job?.type !== 'decide') return job(run, place);
  const seen = visible(run, token.scope);
  const given = mapped(run, element.job.input, seen);
  if (!given.ok) return raise(run, token, { code: 'mappingFailed', detail: given.detail });
  const decided = answer(plan.process.tables ?? [], element.job, { context: { ...seen, ...given.values }, at: run.at });
  if (!decided.ok) {
    const { reason, decision, rules } = decided;
    return raise(run, token, { code: 'decisionUndecided', detail: { decision, rules, reason: { ...reason } } });
  }
  const values = mapped(run, element.job.output, decided.values);
  if (!values.ok) return raise(run, token, { code: 'mappingFailed', detail: values.detail });
  writeAll(run, token.scope, values.values);
  run.effects.push({ kind: 'noted', code: 'decided', element: element.id, detail: noteOf(element.job, decided.rules, values.values) });
  run.queue.push({ do: 'finished', visit: token.visit });
};
