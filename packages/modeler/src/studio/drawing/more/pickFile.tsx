import { useRef, useState } from 'react';
import { Button } from 'antd';
import { useWords } from '../../../words/words.ts';

/** Chooses one BPMN file, by a dialog or by dropping it here. */
export function PickFile({ file, pick }: { readonly file: File | null; readonly pick: (file: File) => void }) {
  const { w } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const [first] = files ?? [];
    if (first) pick(first);
  };
  return (
    <div
      className={over ? 'gc-pick-file gc-pick-over' : 'gc-pick-file'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className="gc-cut">{file ? file.name : w('dropFileHere')}</span>
      <Button onClick={() => input.current?.click()}>{w('chooseFile')}</Button>
      <input
        ref={input}
        type="file"
        accept=".bpmn,.xml"
        className="gc-hidden"
        tabIndex={-1}
        aria-label={w('chooseFile')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
