import { useState } from 'react';
import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { TaskCard } from '@guicheng/server/contract';
import { newRequest, reasonOf } from '../api/client.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { decide } from './quick.tsx';
import { shared } from './shared.ts';

/** Several tasks done together, one after the other, each with its own answer; what was refused stays chosen, with the reason. */
export function Together({ tasks, choose }: { readonly tasks: readonly TaskCard[]; readonly choose: (tasks: readonly string[]) => void }) {
  const { w, t } = useWords();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly { readonly task: string; readonly words: string }[]>([]);
  const options = shared(tasks);
  const act = async (outcome: string): Promise<void> => {
    const faults: { readonly task: string; readonly words: string }[] = [];
    setRefused([]);
    for (const [index, task] of tasks.entries()) {
      setProgress(index);
      await decide(task.id, outcome, newRequest()).catch((error: unknown) =>
        faults.push({ task: task.id, words: `${task.title}：${t(reasonOf(error))}` }),
      );
    }
    setProgress(null);
    setRefused(faults);
    choose(faults.map(({ task }) => task));
    await queries.invalidateQueries();
  };
  if (tasks.length === 0 && refused.length === 0) return null;
  return (
    <div className="gc-together" role="region" aria-label={w('together')}>
      <span role="status">
        {progress === null ? w('chosenCount', { count: tasks.length }) : w('togetherProgress', { done: progress, all: tasks.length })}
      </span>
      {options.map((option) => (
        <Popconfirm
          key={option.value}
          icon={null}
          title={w('togetherTitle', { decision: t(option.name), count: tasks.length })}
          description={
            <ul className="gc-together-list">
              {tasks.map((task) => (
                <li key={task.id}>{task.title}</li>
              ))}
            </ul>
          }
          okText={t(option.name)}
          onConfirm={() => act(option.value)}
        >
          <Button size="small" loading={progress !== null} danger={option.manner !== 'forward'}>
            {t(option.name)}
          </Button>
        </Popconfirm>
      ))}
      {tasks.length > 0 && options.length === 0 ? <span className="gc-soft">{w('togetherNothing')}</span> : null}
      <button type="button" className="gc-plain" onClick={() => choose([])}>
        {w('chooseNone')}
      </button>
      {refused.map((one) => (
        <Fault key={one.task} words={one.words} />
      ))}
    </div>
  );
}
