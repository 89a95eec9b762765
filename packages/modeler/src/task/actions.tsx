import { useState } from 'react';
import { App, Button, Dropdown } from 'antd';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { CasePage, Done, TaskPage } from '@guicheng/server/contract';
import { ask, newRequest } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { SigningActs } from '../case/move/signingActs.tsx';
import { useWords } from '../words/words.ts';
import type { Completion } from './completion.ts';
import type { Draft } from './draft.ts';
import { HandOn } from './handOn.tsx';
import { isTouched } from './mergeDrafts.ts';
import { Problems } from './problems.tsx';
import { receivers } from './receivers.ts';
import { Saved } from './saved.tsx';
import { SendBack } from './sendBack.tsx';
import { useSubmitKey } from './submitKey.ts';

type Option = NonNullable<TaskPage['decision']>['options'][number];

/** What is needed to act on a task. */
export interface Acting {
  readonly page: TaskPage;
  /** Opened from 待阅: the button says that it was read. */
  readonly reading: boolean;
  readonly draft: Draft;
  readonly completion: Completion;
  /** Ends the step with this outcome; none where there is nothing to decide. */
  readonly submit: (outcome?: string) => void;
  readonly done: (done: Done) => void;
}

/** The actions, always in view: each named by its result and receiver. */
export function Actions({ page, reading, draft, completion, submit, done }: Acting) {
  const words = useWords();
  const { t, w } = words;
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'return' | 'reassign' | null>(null);
  const { card, decision } = page;
  const can = (operation: string): boolean => page.operations.includes(operation);
  const act = (what: 'take' | 'release'): void => {
    ask<Done>(`/api/tasks/${card.id}/${what}`, 'POST', { request: newRequest() }).then(completion.clear, completion.fail);
  };
  const to = (next: TaskPage['next']): string =>
    next.length === 0 ? '' : w(next.some((one) => one.seats.length > 0) ? 'goesTo' : 'arrivesAt', { to: receivers(next, words) });
  const confirm = (option: Option): void => {
    const where = to(option.to);
    void modal.confirm({
      title: t(option.name),
      content: where === '' ? w('willEnd') : w('willGo', { where }),
      okText: t(option.name),
      okButtonProps: { danger: option.manner === 'refuse' },
      cancelText: w('cancel'),
      onOk: () => submit(option.value),
    });
  };
  // Going on is what was asked for; going back or refusing says first what will happen.
  const choose = (option: Option): void => (option.manner === 'forward' ? submit(option.value) : confirm(option));
  const onwards = page.next.some((one) => one.seats.length > 0) ? 'submitTo' : 'submitOn';
  const plainly = reading ? w('haveRead') : page.next.length === 0 ? w('submitEnd') : w(onwards, { to: receivers(page.next, words) });
  const first = decision?.options.find((option) => option.manner === 'forward') ?? decision?.options[0];
  useSubmitKey(() => {
    if (completion.busy) return;
    // Keys pick no decision unseen: it is named once more.
    if (first) confirm(first);
    else submit();
  });
  return (
    <div className="gc-actions-row">
      {decision ? (
        decision.options.map((option) => (
          <Button
            key={option.value}
            className="gc-act"
            type={option === first ? 'primary' : 'default'}
            danger={option.manner === 'refuse'}
            disabled={completion.busy}
            onClick={() => choose(option)}
          >
            <span>
              <span className="gc-act-name">{t(option.name)}</span>
              <span className="gc-act-to">{to(option.to) || w('endsHere')}</span>
            </span>
          </Button>
        ))
      ) : (
        <Button className="gc-act" type="primary" loading={completion.busy} onClick={() => submit()}>
          <span>
            <span className="gc-act-name">{plainly}</span>
          </span>
        </Button>
      )}
      {can('return') ? <Button onClick={() => setDialog('return')}>{w('sendBack')}</Button> : null}
      {can('reassign') ? <Button onClick={() => setDialog('reassign')}>{w('handOn')}</Button> : null}
      {can('addSigner') || can('removeSigner') ? <SigningOf page={page} /> : null}
      <Button title={card.takenBy ? w('releaseWhat') : w('takeWhat')} onClick={() => act(card.takenBy ? 'release' : 'take')}>
        {card.takenBy ? w('release') : w('take')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'case', label: w('openCase'), onClick: () => void navigate(`/cases/${card.case}`) },
            {
              key: 'link',
              label: w('copyLink'),
              onClick: () =>
                void navigator.clipboard.writeText(`${globalThis.location.origin}/tasks/${card.id}`).then(
                  () => message.success(w('copied')),
                  () => message.error(w('notCopied')),
                ),
            },
            {
              key: 'forget',
              label: w('forgetDraft'),
              disabled: !isTouched(draft, page.fields),
              onClick: () =>
                void modal.confirm({
                  title: w('forgetDraft'),
                  content: w('forgetWill'),
                  okText: w('forgetDraft'),
                  cancelText: w('cancel'),
                  onOk: draft.forget,
                }),
            },
          ],
        }}
      >
        <Button>
          {w('moreActions')} <DownOutlined />
        </Button>
      </Dropdown>
      <span className="gc-actions-end">
        <Saved draft={draft} />
      </span>
      <Problems refused={completion.refused} fields={page.fields} risks={page.risks} />
      {dialog === 'return' ? <SendBack page={page} close={() => setDialog(null)} done={done} /> : null}
      {dialog === 'reassign' ? <HandOn page={page} close={() => setDialog(null)} done={done} /> : null}
    </div>
  );
}

/** 加签 and 减签 of the countersigning that this task is a part of. */
function SigningOf({ page }: { readonly page: TaskPage }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const visit = page.card.id.slice(page.card.case.length + 1);
  const signings = useRead<CasePage>(`/api/cases/${page.card.case}`).data?.signings ?? [];
  const signing = signings.find(({ signers }) => signers.some((one) => one.visit === visit));
  const done = (words: string): void => {
    void queries.invalidateQueries();
    void message.success(words);
  };
  return signing ? <SigningActs caseId={page.card.case} signing={signing} done={done} /> : null;
}
