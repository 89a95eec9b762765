import { useState } from 'react';
import { App, Button, Popconfirm, Spin } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { Done, TaskCard, TaskPage } from '@guicheng/server/contract';
import { ask, newRequest, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { receivers } from '../task/receivers.ts';
import { useWords } from '../words/words.ts';
import { NO_DECISION } from './offering.ts';

type Option = TaskCard['quick'][number];

/** Ends a task with a decision that needs nothing filled in. */
export const decide = (task: string, outcome: string, request: string): Promise<Done> =>
  ask<Done>(`/api/tasks/${task}/complete`, 'POST', {
    request,
    ...(outcome === NO_DECISION ? {} : { outcome }),
    values: {},
    confirmed: [],
  });

/** The decisions of a simple approval, on its card; each says what will happen before it does. */
export function Quick({ task }: { readonly task: TaskCard }) {
  return (
    <div className="gc-card-quick gc-card-above">
      {task.quick.map((option) => (
        <Decision key={option.value} task={task} option={option} />
      ))}
    </div>
  );
}

function Decision({ task, option }: { readonly task: TaskCard; readonly option: Option }) {
  const words = useWords();
  const { t, w } = words;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  // One id for this intention: pressed twice, it is done once.
  const [request] = useState(newRequest);
  const page = useRead<TaskPage>(open ? `/api/tasks/${task.id}` : null).data;
  const to =
    option.value === NO_DECISION ? (page?.next ?? []) : (page?.decision?.options.find((one) => one.value === option.value)?.to ?? []);
  const where = receivers(to, words);
  const act = (): Promise<void> =>
    decide(task.id, option.value, request).then(
      (done) => {
        void message.success(done.ended ? w('endedNow') : w('wentTo', { steps: done.now.map((now) => t(now.step)).join(w('comma')) }));
        void queries.invalidateQueries();
      },
      (error: unknown) => void message.error(t(reasonOf(error))),
    );
  return (
    <Popconfirm
      open={open}
      onOpenChange={setOpen}
      icon={null}
      title={w('quickTitle', { decision: t(option.name), title: task.title })}
      description={page ? where === '' ? w('quickEnds') : w('quickGoesTo', { receivers: where }) : <Spin size="small" />}
      okText={t(option.name)}
      okButtonProps={{ disabled: !page, danger: option.manner !== 'forward' }}
      onConfirm={act}
    >
      <Button size="small" title={t(option.name)} danger={option.manner !== 'forward'}>
        {t(option.name)}
      </Button>
    </Popconfirm>
  );
}
