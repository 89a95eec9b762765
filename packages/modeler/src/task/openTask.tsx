import { useEffect, useState } from 'react';
import { Alert, App, Tabs } from 'antd';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Done, TaskPage } from '@guicheng/server/contract';
import { CaseDiagrams } from '../case/diagrams.tsx';
import { FileList } from '../case/fileList.tsx';
import { Timeline } from '../case/timeline.tsx';
import { DueTag } from '../ui/pieces.tsx';
import { useTitle } from '../ui/title.ts';
import { useWords } from '../words/words.ts';
import { Actions } from './actions.tsx';
import { Before } from './before.tsx';
import { useCompletion, focusFirst } from './completion.ts';
import { useDraft } from './draft.ts';
import { StepForm } from './form.tsx';
import { Guide, Risk } from './guide.tsx';
import { LeftOver } from './leftOver.tsx';
import { Limits } from './limits.tsx';
import { conflictsOf, mergeDrafts, type KeptDraft } from './mergeDrafts.ts';
import { Others, WhyNotMine } from './notMine.tsx';
import { PathLine } from './path.tsx';
import type { TaskPlace } from './place.ts';
import { receivers } from './receivers.ts';
import { useShowing } from './shownNow.ts';
import { isBlank } from './values.ts';

/** The task with its form, once the page and what this browser kept of it are there. */
export function OpenTask({
  page,
  kept,
  place,
}: {
  readonly page: TaskPage;
  readonly kept: { readonly key: string; readonly draft: KeptDraft | undefined };
  readonly place: TaskPlace;
}) {
  const words = useWords();
  const { t, w } = words;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { card } = page;
  useTitle(`${t(card.step)} · ${card.title}`);
  const [begun] = useState(() =>
    mergeDrafts(kept.draft, page.draft, Object.fromEntries(page.fields.map((field) => [field.key, field.value]))),
  );
  const draft = useDraft(`/api/tasks/${card.id}/draft`, kept.key, begun);
  const left = (told: Done): void => {
    void queries.invalidateQueries();
    const now = receivers(told.now, words);
    void message.success(told.ended ? w('doneEnded') : now === '' ? w('doneWaiting') : w('doneNow', { where: now }));
    place.leave(told);
  };
  // What was not handed in – the step went back or to somebody else – stays kept.
  const completion = useCompletion(page, draft, (told) => {
    draft.forget();
    left(told);
  });
  const { refused } = completion;
  const [outcome, setOutcome] = useState<string | undefined>(undefined);
  const showing = useShowing(page, draft.values);
  const shown = showing(outcome);
  const conflicts = page.mine ? conflictsOf(draft, page.fields) : [];
  const editable = page.mine ? page.fields.filter((field) => field.access === 'write' && shown.has(field.key)) : [];
  const submit = (chosen?: string): void => {
    const then = showing(chosen);
    const revealed = page.fields.filter(
      (field) =>
        field.access === 'write' && field.required && then.has(field.key) && !shown.has(field.key) && isBlank(draft.values[field.key]),
    );
    setOutcome(chosen);
    // The decision asks for more than was seen so far: show it first, hand in with the next click.
    if (revealed.length > 0) requestAnimationFrame(() => focusFirst(revealed.map((field) => ({ field: field.key }))));
    else completion.complete(chosen, then);
  };
  useEffect(() => {
    if (refused && refused.code !== 'required' && refused.code !== 'wrongType') void queries.invalidateQueries();
  }, [refused, queries]);
  const next = page.decision
    ? (page.decision.options.find((option) => option.value === outcome) ?? page.decision.options[0])?.to
    : page.next;
  const read = page.mine ? page.fields : page.fields.map((field) => ({ ...field, access: 'read' as const }));
  const waits = page.mine && editable.length === 0;
  return (
    <div className="gc-task">
      <div className="gc-task-head">
        <h1>{t(card.step)}</h1>
        <Link to={`/cases/${card.case}`}>{card.title}</Link>
        <span className="gc-quiet">{[card.number, t(card.flowName)].filter((part) => part).join(' · ')}</span>
        <DueTag due={card.due} />
      </div>
      <PathLine page={page} next={next ?? []} />
      {card.returned ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={w('returnedBy', { name: t(card.returned.by.name) })}
          description={card.returned.reason}
        />
      ) : null}
      <WhyNotMine page={page} />
      {page.mine ? null : <LeftOver fields={page.fields} draft={draft} />}
      <div className="gc-two">
        <div className="gc-guide">
          <Guide page={page} draft={draft} />
          <Limits limits={page.limits} />
        </div>
        <div className="gc-sheet gc-work">
          <Tabs
            {...(place.turn ? { onChange: place.turn, activeKey: place.tab ?? 'form' } : {})}
            items={[
              {
                key: 'form',
                label: w('form'),
                children: (
                  <>
                    <Before fields={read.filter((field) => shown.has(field.key))} opinions={page.opinions} />
                    <StepForm
                      fields={editable}
                      values={draft.values}
                      change={draft.set}
                      faults={refused?.fields}
                      conflicts={conflicts}
                      settle={({ field, theirs }, whose) => {
                        draft.settle(field.key, { whose, now: theirs });
                        completion.clear();
                      }}
                    />
                    {waits ? <p className="gc-quiet">{w('nothingToFill')}</p> : null}
                  </>
                ),
              },
              { key: 'progress', label: w('progress'), children: <Timeline caseId={card.case} /> },
              {
                key: 'diagram',
                label: w('diagram'),
                children: <CaseDiagrams caseId={card.case} height="clamp(360px, calc(100vh - 420px), 760px)" />,
              },
              { key: 'files', label: w('attachments'), children: <FileList caseId={card.case} /> },
            ]}
          />
        </div>
        <div className="gc-task-more">
          {page.risks.map((risk) => (
            <Risk key={risk.id} risk={risk} page={page} draft={draft} faults={refused?.fields} />
          ))}
        </div>
      </div>
      <footer className="gc-actions">
        {page.mine ? (
          <Actions page={page} reading={place.reading ?? false} draft={draft} completion={completion} submit={submit} done={left} />
        ) : (
          <Others page={page} done={left} />
        )}
      </footer>
    </div>
  );
}
