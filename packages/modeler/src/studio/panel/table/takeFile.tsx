import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../../words/words.ts';
import { dmnFile } from '../../file/dmn/dmnFile.ts';

/** Takes a DMN file from the reader's machine; what is none is not taken, and told. */
export function TakeFile({ take }: { readonly take: (file: { readonly name: string; readonly xml: string }) => void }) {
  const { w } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    const xml = await file?.text();
    const found = xml === undefined ? undefined : dmnFile(xml);
    setWrong(xml !== undefined && !found);
    if (file && xml !== undefined && found) take({ name: found.name || file.name.replace(/\.\w+$/, ''), xml });
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".dmn,.xml"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = '';
          void read(file);
        }}
      />
      <Button size="small" onClick={() => field.current?.click()}>
        {w('tableUpload')}
      </Button>
      {wrong ? <p className="gc-row-wrong">{w('tableUnread')}</p> : null}
    </>
  );
}
