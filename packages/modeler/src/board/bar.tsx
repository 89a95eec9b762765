import { useState } from 'react';
import { Dropdown, Input, Segmented } from 'antd';
import type { BoardQuery, FlowCard, Text } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import type { Word } from '../words/zh.ts';
import type { List } from './tasks.ts';
import { Views } from './views.tsx';

const ARRANGE: { readonly [by in BoardQuery['arrange']]: Word } = {
  urgency: 'arrangeUrgency',
  flow: 'arrangeFlow',
  post: 'arrangePost',
  list: 'arrangeList',
};
const DUE: { readonly [due in NonNullable<BoardQuery['due']>]: Word } = { overdue: 'late', today: 'today', soon: 'soon' };

const WAYS: { readonly [list in List]: readonly BoardQuery['arrange'][] } = {
  todo: ['urgency', 'flow', 'post', 'list'],
  read: ['list', 'flow', 'post'],
  done: ['list', 'flow'],
};

/** How the board is arranged and narrowed down: every choice is an address. */
export function Bar({
  list,
  query,
  flows,
  change,
}: {
  readonly list: List;
  readonly query: BoardQuery;
  /** The flows that occur on the board. */
  readonly flows: readonly Pick<FlowCard, 'key' | 'name'>[];
  readonly change: (query: BoardQuery) => void;
}) {
  const { w, t } = useWords();
  const { arrange, flow, text, due } = query;
  const put = (patch: { readonly [key in keyof BoardQuery]?: BoardQuery[key] | undefined }): void => {
    const next = { arrange, flow, text, due, ...patch };
    change(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')) as unknown as BoardQuery);
  };
  const options = flowOptions(flows, flow);
  const chosen = options.find((one) => one.key === flow);
  return (
    <div className="gc-bar" role="toolbar" aria-label={w('boardBar')}>
      <Segmented
        size="small"
        aria-label={w('arrange')}
        value={arrange}
        options={WAYS[list].map((way) => ({ value: way, label: w(ARRANGE[way]) }))}
        onChange={(next) => put({ arrange: next })}
      />
      <Narrow text={text ?? ''} change={(next) => put({ text: next })} />
      {flows.length > 1 || flow ? (
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: [flow ?? ''],
            items: [
              { key: '', label: w('everyFlow'), onClick: () => put({ flow: undefined }) },
              ...options.map((one) => ({ key: one.key, label: t(one.name), onClick: () => put({ flow: one.key }) })),
            ],
          }}
        >
          <button type="button" className="gc-chip" aria-pressed={flow !== undefined} aria-haspopup="menu">
            {chosen ? t(chosen.name) : w('everyFlow')} ▾
          </button>
        </Dropdown>
      ) : null}
      {list === 'todo'
        ? (Object.keys(DUE) as (keyof typeof DUE)[]).map((one) => (
            <button
              key={one}
              type="button"
              className="gc-chip"
              aria-pressed={due === one}
              onClick={() => put({ due: due === one ? undefined : one })}
            >
              {w(DUE[one])}
              {due === one ? <span aria-hidden="true"> ×</span> : null}
            </button>
          ))
        : null}
      {flow || text || due ? (
        <button type="button" className="gc-plain" onClick={() => change({ arrange })}>
          {w('clearFilters')}
        </button>
      ) : null}
      <span className="gc-bar-rest" />
      {list === 'todo' ? <Views query={query} change={change} /> : null}
    </div>
  );
}

/** The typed words. They stay the person's own while they type (an input method must not be disturbed); the address follows. */
function Narrow({ text, change }: { readonly text: string; readonly change: (text: string) => void }) {
  const { w } = useWords();
  const [typed, setTyped] = useState({ text, sent: text });
  // Somebody else changed the address: a chip was cleared, a view was opened.
  if (text !== typed.sent) setTyped({ text, sent: text });
  return (
    <Input
      size="small"
      allowClear
      className="gc-narrow"
      style={{ width: 190 }}
      value={typed.text}
      placeholder={w('narrow')}
      aria-label={w('narrow')}
      maxLength={100}
      onChange={(event) => {
        const next = event.target.value;
        const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
        setTyped({ text: next, sent: composing ? typed.sent : next });
        if (!composing) change(next);
      }}
      onCompositionEnd={(event) => {
        const next = event.currentTarget.value;
        setTyped({ text: next, sent: next });
        change(next);
      }}
    />
  );
}

/** A flow that was asked for stays to be seen, also when nothing of it is there. */
const flowOptions = (
  flows: readonly Pick<FlowCard, 'key' | 'name'>[],
  asked: string | undefined,
): readonly { readonly key: string; readonly name: Text }[] =>
  asked && !flows.some((flow) => flow.key === asked) ? [...flows, { key: asked, name: { zh: asked } }] : flows;
