import { Fragment } from 'react';
import { Modal } from 'antd';
import { useWords } from '../words/words.ts';
import { KEYS } from './keys.ts';

/** All keys, in one table. */
export function KeyHelp({ close }: { readonly close: () => void }) {
  const { w } = useWords();
  return (
    <Modal open onCancel={close} footer={null} title={w('keys')} width={420}>
      <dl className="gc-key-table">
        {KEYS.map(({ chord, word }) => (
          <Fragment key={chord}>
            <dt>
              {chord.split('+').map((part) => (
                <kbd key={part} className="gc-keycap">
                  {part === 'Escape' ? 'Esc' : part}
                </kbd>
              ))}
            </dt>
            <dd>{w(word)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
