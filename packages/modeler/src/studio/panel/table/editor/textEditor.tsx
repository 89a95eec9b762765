import { useState } from 'react';
import { Button, Input } from 'antd';
import type { Text } from '@guicheng/runtime/model';
import { useTableWords } from '../words/useTableWords.ts';
import type { Editing } from './editing.ts';

const UNREAD: Text = {
  zh: '现在不能检查这段文字，请连上网络后再试一次',
  en: 'This text cannot be checked now; try again when the network is back',
};

/** What is wrong with a cell's text; that it could not be looked at, where the reader could not be loaded. */
const faultsOf = ({ place: { part }, names }: Editing, text: string): Promise<readonly Text[]> =>
  import('./judge.ts').then(
    ({ cellFault }) => cellFault(part, text, { known: new Set(names.split(' ')) }),
    () => [UNREAD],
  );

/** A cell as it is written, for those who know how: it is checked before it is used. `kept`: it cannot be shown otherwise. */
export function TextEditor({ back, kept, ...editing }: Editing & { readonly back: () => void; readonly kept: boolean }) {
  const { text, put } = editing;
  const { say, t } = useTableWords();
  const [typed, setTyped] = useState(text);
  const [wrong, setWrong] = useState<readonly Text[]>([]);
  const save = async (): Promise<void> => {
    const next = typed.trim();
    const faults = await faultsOf(editing, next);
    setWrong(faults);
    if (faults.length > 0) return;
    put(next);
    if (!kept) back();
  };
  return (
    <div className="gc-rules-cell-editor">
      {kept ? <p className="gc-row-note">{say('asWritten')}</p> : null}
      <Input
        aria-label={say('ownTextLabel')}
        className="gc-cond-text"
        value={typed}
        data-pending={typed === text ? undefined : true}
        status={wrong.length > 0 ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
      {wrong.map((fault) => (
        <p key={fault.zh} className="gc-rules-wrong" role="alert">
          {t(fault)}
        </p>
      ))}
      <span className="gc-rules-cell-more">
        <Button size="small" type="primary" disabled={typed.trim() === text} onClick={() => void save()}>
          {say('ownTextSave')}
        </Button>
        <Button size="small" onClick={back}>
          {say('ownTextBack')}
        </Button>
      </span>
    </div>
  );
}
