import type { Viewer } from '../../organization/viewer.ts';
import type { CaseId, PersonId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { notFound, type CaseCommands, type Deciding } from '../decide.ts';
import { forOwners, looksAfter } from '../moves/looksAfter.ts';
import type { Answer } from '../office.ts';
import type { Done } from '../pages.ts';
import { mayRead } from './mayRead.ts';

/** Who asks for what on which case. */
export interface OnCase<Input> {
  readonly who: PersonId;
  readonly caseId: CaseId;
  readonly viewer: Viewer;
  readonly input: Input;
}

type DecideCase<Input> = (deciding: Deciding, asked: OnCase<Input>) => Promise<Refused | undefined>;

/** A command of a person on a case as a whole; who may not read it hears what is heard of one that is not there. `act` tells commands apart. */
export const caseCommand =
  <Input extends { readonly request: string }>(cases: CaseCommands, act: string, decide: DecideCase<Input>) =>
  async (who: PersonId, caseId: CaseId, input: Input): Promise<Answer<Done>> => {
    const request = { id: input.request, input: { act, case: caseId, ...input } as unknown as Json };
    return cases.run(caseId, { who, via: 'person', request }, async (deciding) => {
      const { viewer, draft } = deciding;
      if (!viewer || !mayRead(viewer, draft.facts)) return notFound(caseId);
      return decide(deciding, { who, caseId, viewer, input });
    });
  };

/** The same, for whoever looks after the case only. */
export const ownerCommand = <Input extends { readonly request: string }>(cases: CaseCommands, act: string, decide: DecideCase<Input>) =>
  caseCommand<Input>(cases, act, async (deciding, asked) =>
    looksAfter(asked.viewer.roles) ? decide(deciding, asked) : forOwners(deciding.draft.facts.title),
  );

/** The reason that was given, or that one must be. */
export const reasonIn = (given: string): { readonly reason: string } | Refused => {
  const reason = given.trim();
  return reason === '' ? refuse('required', 'reason', { zh: '请写明理由', en: 'Say why' }) : { reason };
};
