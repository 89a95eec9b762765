import type { CaseEvent } from '../../case/event.ts';
import { personName } from '../../organization/names.ts';
import type { Commit } from '../../ports/commit.ts';
import type { VisitId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { eventsOf } from '../caseLog.ts';
import { notFound, type Deciding } from '../decide.ts';
import { mayRead } from './mayRead.ts';

/** A task that is no longer open: who ended it, how and when – but only to those who may read the case. */
export function alreadyDone(deciding: Deciding, visit: VisitId, commits: readonly Commit[]): Refused {
  const { draft, recorder, viewer } = deciding;
  if (!viewer || !mayRead(viewer, draft.facts)) return notFound(visit);
  for (const commit of commits.toReversed()) {
    const ends = eventsOf(commit).filter((event) => endedBy(event) === visit);
    const end = ends.find((event) => event.type === 'CaseReturned' || event.type === 'TaskCompleted') ?? ends[0];
    if (!end) continue;
    const name = commit.actor.id === 'system' ? { zh: '系统', en: 'the system' } : personName(recorder.organization, commit.actor.id);
    return { ...refuse('alreadyDone', visit, saying(end, name)), by: { name: name.zh, at: commit.at } };
  }
  return notFound(visit);
}

/** The task that an event ended. */
function endedBy(event: CaseEvent): VisitId | undefined {
  if (event.type === 'CaseReturned') return event.from;
  return event.type === 'TaskCompleted' || event.type === 'TaskClosed' ? event.visit : undefined;
}

function saying(event: CaseEvent, name: Text): Text {
  const en = name.en ?? name.zh;
  if (event.type === 'CaseReturned') return { zh: `这一步已由${name.zh}退回`, en: `This step was sent back by ${en}` };
  if (event.type === 'TaskClosed' && event.why === 'takenBack')
    return { zh: `这一步已由${name.zh}收回`, en: `This step was taken back by ${en}` };
  if (event.type === 'TaskClosed') return { zh: '这一步已终止，不必再办', en: 'This step was ended and need not be done' };
  return { zh: `这一步已由${name.zh}办理`, en: `This step was already done by ${en}` };
}
