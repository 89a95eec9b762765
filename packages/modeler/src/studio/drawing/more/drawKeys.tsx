import { Modal } from 'antd';
import { useWords } from '../../../words/words.ts';
import type { Word } from '../../../words/zh.ts';

/** The keys that the canvas listens to while it has the focus. */
const KEYS: readonly { readonly chords: readonly string[]; readonly word: Word }[] = [
  { chords: ['Ctrl+Z'], word: 'undo' },
  { chords: ['Ctrl+Y', 'Ctrl+Shift+Z'], word: 'redoDrawing' },
  { chords: ['Ctrl+C'], word: 'drawKeyCopy' },
  { chords: ['Ctrl+V'], word: 'drawKeyPaste' },
  { chords: ['Ctrl+A'], word: 'drawKeyAll' },
  { chords: ['Delete'], word: 'drawKeyRemove' },
  { chords: ['E'], word: 'drawKeyName' },
  { chords: ['H'], word: 'drawKeyHand' },
  { chords: ['L'], word: 'drawKeyLasso' },
  { chords: ['Ctrl++', 'Ctrl+-'], word: 'drawKeyZoom' },
  { chords: ['Ctrl+0'], word: 'drawKeyWhole' },
  { chords: ['←', '→', '↑', '↓'], word: 'drawKeyMove' },
];

/** All keys of the canvas, in one table. */
export function DrawKeys({ close }: { readonly close: () => void }) {
  const { w } = useWords();
  return (
    <Modal open onCancel={close} footer={null} title={w('drawKeysTitle')} width={480}>
      <dl className="gc-key-table">
        {KEYS.map(({ chords, word }) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt>
              {chords.map((chord) => (
                <kbd key={chord} className="gc-keycap" style={{ marginInlineEnd: 4 }}>
                  {chord.replaceAll(/\+(?=.)/g, ' ')}
                </kbd>
              ))}
            </dt>
            <dd>{w(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
