import type { ReactNode } from 'react';
import { Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../../words/words.ts';
import type { GoOnFrom } from '../drawing/useAddress.ts';
import { pathOf, type Source } from './source.ts';

/** Puts a state of the file in place of the draft and goes on drawing there, after it was said what happens to the draft. */
export function GoOn({
  flow,
  source,
  words,
  children,
}: {
  readonly flow: string;
  readonly source: Source;
  readonly words: string;
  readonly children: ReactNode;
}) {
  const { w } = useWords();
  const navigate = useNavigate();
  const state: GoOnFrom = { path: pathOf(flow, source), words };
  return (
    <Popconfirm
      title={w('goOnAsk', { words })}
      okText={w('goOnDo')}
      cancelText={w('cancel')}
      styles={{ root: { maxWidth: 420 } }}
      onConfirm={() => void navigate(`/flows/${flow}/draw`, { state })}
    >
      <button type="button" className="gc-plain gc-go-on">
        {children}
      </button>
    </Popconfirm>
  );
}
