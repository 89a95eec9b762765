import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Button, Progress } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PaperClipOutlined from '@ant-design/icons/es/icons/PaperClipOutlined';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import type { FileRef, Json } from '@guicheng/server/contract';
import { reasonOf, Refusal } from '../../api/client.ts';
import { useWords } from '../../words/words.ts';
import { FILE_ENDINGS, LARGEST_FILE, sizeText, upload } from '../upload.ts';
import { spoken, type Control } from './control.ts';
import { filesOf } from './filesOf.ts';

/** A file on its way, or one that did not arrive, with the reason. */
interface Sending {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly refused: string | null;
  /** The line was cut: the same file may well arrive the next time. */
  readonly again: boolean;
}

const kept = (files: readonly FileRef[]): Json => files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType }));

/** One file or several: chosen or dropped, with progress, and with the reason where one was refused. */
export function FilesControl(control: Control) {
  const { field, value, change } = control;
  const { w, t } = useWords();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const files = filesOf(value);
  const many = field.type === 'files';
  // Two uploads that end one after the other must not overwrite each other's file.
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  });
  const edit = (key: string, to: Partial<Sending> | null): void =>
    setSending((list) => list.flatMap((one) => (one.key === key ? (to ? [{ ...one, ...to }] : []) : [one])));
  const send = (file: File, key: string): void => {
    if (file.size > LARGEST_FILE * 1024 * 1024)
      return edit(key, { refused: w('fileTooLarge', { most: LARGEST_FILE, size: sizeText(file.size) }) });
    edit(key, { refused: null, share: 0 });
    upload(file, (share) => edit(key, { share })).then(
      (stored) => {
        edit(key, null);
        latest.current = many ? [...latest.current, stored] : [stored];
        change(kept(latest.current));
      },
      (error: unknown) =>
        edit(key, { refused: t(reasonOf(error)), again: error instanceof Refusal && error.problem.code === 'unavailable' }),
    );
  };
  const add = (list: FileList | null): void => {
    const chosen = [...(list ?? [])]
      .slice(0, many ? undefined : 1)
      .map((file) => ({ key: crypto.randomUUID(), file, share: 0, refused: null, again: false }));
    setSending((before) => [...before, ...chosen]);
    for (const one of chosen) send(one.file, one.key);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div
      className={`gc-files${over ? ' gc-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {files.map((file) => (
        <div key={file.id} className="gc-file">
          <PaperClipOutlined />
          <a href={`/api/files/${file.id}`}>{file.name}</a>
          <span className="gc-quiet">{sizeText(file.size)}</span>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={w('removeFile', { name: file.name })}
            onClick={() => change(kept(files.filter((one) => one.id !== file.id)))}
          />
        </div>
      ))}
      {sending.map((one) => (
        <div key={one.key} className="gc-file">
          <PaperClipOutlined />
          <span>{one.file.name}</span>
          {one.refused === null ? (
            <Progress percent={Math.round(one.share * 100)} size="small" style={{ maxWidth: 200, margin: 0 }} />
          ) : (
            <>
              <span role="alert" className="gc-wrong">
                {one.refused}
              </span>
              {one.again ? (
                <Button size="small" onClick={() => send(one.file, one.key)}>
                  {w('tryAgain')}
                </Button>
              ) : null}
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                aria-label={w('removeFile', { name: one.file.name })}
                onClick={() => edit(one.key, null)}
              />
            </>
          )}
        </div>
      ))}
      <div className="gc-file">
        <input
          ref={input}
          type="file"
          hidden
          multiple={many}
          accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          {...spoken(control)}
          aria-label={`${t(field.name)} ${w('upload')}`}
          icon={<UploadOutlined />}
          onClick={() => input.current?.click()}
        >
          {!many && files.length > 0 ? w('replaceFile') : w('upload')}
        </Button>
        <span className="gc-quiet">{w('dropHere', { most: LARGEST_FILE })}</span>
      </div>
    </div>
  );
}
