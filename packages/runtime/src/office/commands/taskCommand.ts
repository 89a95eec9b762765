import { caseAndVisit, type CaseId, type PersonId, type TaskId, type VisitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import type { Refused } from '../../words/refusal.ts';
import { notFound, type CaseCommands, type Deciding } from '../decide.ts';
import type { Answer } from '../office.ts';
import type { Done } from '../pages.ts';

/** Who asks for what on which task. */
export interface OnTask<Input> {
  readonly who: PersonId;
  readonly task: TaskId;
  readonly caseId: CaseId;
  readonly visit: VisitId;
  readonly input: Input;
}

/**
 * A command of a person on a task of a case. An id that cannot be one is answered like one that is unknown; asked twice with one request id
 * it is done once. `act` tells commands apart whose input is the same.
 */
export const taskCommand =
  <Input extends { readonly request: string }>(
    cases: CaseCommands,
    act: string,
    decide: (deciding: Deciding, asked: OnTask<Input>) => Promise<Refused | undefined>,
  ) =>
  async (who: PersonId, task: TaskId, input: Input): Promise<Answer<Done>> => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    const request = { id: input.request, input: { act, task, ...input } as unknown as Json };
    return cases.run(ids.caseId, { who, via: 'person', request }, (deciding) => decide(deciding, { who, task, input, ...ids }));
  };
