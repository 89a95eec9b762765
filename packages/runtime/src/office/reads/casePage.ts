import { messageIn } from '../../case/messageIncident.ts';
import { id, taskId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { definitionsOf, eventsOf, trailOf } from '../caseLog.ts';
import type { Commit } from '../../ports/commit.ts';
import { mayCancel } from '../commands/mayCancel.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { CasePage, FileRef } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { textOf } from '../moves/named.ts';
import { looksAfter } from '../moves/looksAfter.ts';
import { isTheirs, withdrawalProblem, withdrawals } from '../withdrawal.ts';
import { type CaseReading, readCase } from './readCase.ts';
import { actingOn, incidentActs, signings, startableWork } from './acts.ts';
import { caseCard } from './cards.ts';
import { readField } from './form.ts';
import { limitsOfCase, mayStopLimits } from './limits.ts';
import { incidentWords } from './incidents.ts';
import { opinionsOf } from './opinions.ts';

/** One case: where it is, what was written, what hangs on it. */
export const casePage =
  (parts: Parts): Office['case'] =>
  async (who, caseId) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const { loaded, log, row, showing, viewer } = reading;
    const { facts, head } = loaded;
    const definitions = definitionsOf(facts, log).flatMap((ref) => showing.definition(ref) ?? []);
    const [definition] = definitions;
    const [own] = facts.runs;
    if (!definition || !own) return notFound(caseId);
    const data: Data = head.data[own.scope] ?? {};
    const stepName = (element: string): Text =>
      definitions.map((one) => one.plan.element(id(element))?.name).find((name) => name !== undefined && name.zh !== '') ?? {
        zh: element,
      };
    const sent = await parts.store.views.outboxOfCase(viewer, caseId);
    const jobs = new Set<string>(
      head.snapshot ? parts.executor.open(head.snapshot).flatMap((wait) => (wait.kind === 'job' ? [wait.id] : [])) : [],
    );
    const waitsForMachine = (row: string): boolean => !facts.endedAt && jobs.has(row.slice(row.lastIndexOf('.') + 1));
    const acting = actingOn(parts, reading);
    const running = facts.endedAt ? undefined : acting;
    const page: CasePage = {
      card: caseCard(showing, row),
      definition: facts.definition,
      revision: head.revision,
      processes: definitions.map((one) => ({ key: one.process.key, name: one.process.name })),
      fields: definition.process.fields
        .filter((field) => data[field.key] !== undefined)
        .map((field) => readField(showing.organization, field, data[field.key] ?? null)),
      opinions: opinionsOf(log, showing.organization, showing.definition),
      files: filesOf(log),
      undelivered: sent
        .filter((row) => row.kind === 'message' && (row.state === 'undelivered' || row.state === 'pending'))
        .map(({ id, name, element, sentAt, until }) => ({ id, name, step: stepName(element ?? ''), sentAt, until: until ?? null })),
      machines: sent
        .filter((row) => row.kind === 'job' && waitsForMachine(row.id))
        .map(({ id, name, element, sentAt }) => ({ id, name, step: stepName(element ?? ''), since: sentAt })),
      incidents: incidentWords({ log, facts, stepName, organization: showing.organization }).map((incident) => {
        const resend = mayStopLimits(viewer.roles) ? messageIn(incident.id) : undefined;
        const acts = running && incidentActs(running, incident.id);
        return { ...incident, ...(resend === undefined ? {} : { resend }), ...(acts ? { acts } : {}) };
      }),
      mayMove: acting !== undefined && looksAfter(viewer.roles),
      signings: running ? await signings(parts, running) : [],
      startable: running ? await startableWork(parts, running) : [],
      choosing: (running?.standing.scopes ?? []).flatMap((scope) =>
        scope.kind === 'adHoc' && scope.phase === 'running'
          ? [textOf(showing.definition(scope.definition)?.plan.element(scope.element), scope.element)]
          : [],
      ),
      limits: limitsOfCase(showing, facts),
      mayStop: mayStopLimits(viewer.roles),
      mayCancel: mayCancel(viewer, facts),
      withdrawable: await withdrawable(parts, reading),
    };
    return { ok: true, value: page };
  };

function filesOf(log: readonly Commit[]): readonly FileRef[] {
  const files = new Map<string, FileRef>();
  for (const event of log.flatMap(eventsOf)) {
    if (event.type === 'FileAttached')
      files.set(event.file, { id: event.file, name: event.name, mediaType: event.mediaType, size: event.size, sha256: event.sha256 });
  }
  return [...files.values()];
}

/** Of one's own steps only the latest are asked about: what came before them has been gone on from. */
const ASKED = 5;

/** Steps of mine that can be taken back now, by the office's rules and by the executor's. */
async function withdrawable(parts: Parts, { log, loaded, viewer, showing }: CaseReading): Promise<CasePage['withdrawable']> {
  const { facts, head } = loaded;
  if (facts.endedAt || !head.snapshot) return [];
  const mine = withdrawals(log).filter((one) => isTheirs(one, viewer.person) && !withdrawalProblem(showing, facts, one));
  if (mine.length === 0) return [];
  const plans = await parts.definitions.plans(facts.definition, parts.executor.definitions(head.snapshot));
  const asking = { plans, snapshot: head.snapshot, trail: trailOf(log) };
  const found: CasePage['withdrawable'][number][] = [];
  for (const { visit, element, definition } of mine.slice(-ASKED)) {
    const choices = await parts.executor.choices({ ...asking, from: visit });
    if (!choices.some((choice) => choice.move === 'withdraw' && choice.legal)) continue;
    found.push({ task: taskId(facts.case, visit), step: showing.definition(definition)?.plan.element(element)?.name ?? { zh: element } });
  }
  return found;
}
