import { useState } from 'react';
import type { Done, FormField, Json, PersonOption, TaskPage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { ReasonDialog } from '../ui/reasonDialog.tsx';
import { useWords } from '../words/words.ts';
import { PeopleControl } from './field/people.tsx';

/** A field of no form, so that people are looked for as in any form. */
const PERSON: FormField = {
  key: 'to',
  name: { zh: '转给谁', en: 'To whom' },
  type: 'person',
  access: 'write',
  required: true,
  options: [],
  columns: [],
  value: null,
};

/** 转办: to whom and why; it is then theirs, and says so before. */
export function HandOn({
  page,
  close,
  done,
}: {
  readonly page: TaskPage;
  readonly close: () => void;
  readonly done: (done: Done) => void;
}) {
  const { t, w } = useWords();
  const people = useRead<readonly PersonOption[]>('/api/people').data ?? [];
  const [to, setTo] = useState<Json>(null);
  const chosen = people.find((person) => person.id === to);
  const step = t(page.card.step);
  return (
    <ReasonDialog
      about={{
        path: `/api/tasks/${page.card.id}/reassign`,
        title: w('handOnStep', { step }),
        ...(chosen
          ? {
              more: { to: chosen.id },
              act: w('handOnTo', { name: t(chosen.name) }),
              will: [w('handOnWill', { name: t(chosen.name), step })],
            }
          : { act: w('choosePerson'), missing: w('choosePerson'), will: [] }),
      }}
      close={close}
      done={done}
    >
      <label htmlFor="gc-hand-to">
        {t(PERSON.name)}
        <span className="gc-must">*</span>
      </label>
      <PeopleControl id="gc-hand-to" field={PERSON} value={to} faulty={false} describedBy={undefined} change={setTo} />
    </ReasonDialog>
  );
}
