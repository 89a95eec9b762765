import { useEffect, useState } from 'react';
import { App, Modal } from 'antd';
import { reasonOf } from '../../../api/client.ts';
import { useWords } from '../../../words/words.ts';
import { knownOf } from '../check/knownOf.ts';
import type { Desk } from '../desk.ts';
import type { Opened } from '../opening.ts';
import { keepBefore } from './keepBefore.ts';
import { nameOf } from './nameOf.ts';
import { PickFile } from './pickFile.tsx';
import { readUpload, type Upload } from './readUpload.ts';
import { UploadShown } from './uploadShown.tsx';

/** Puts a file in the place of the drawing: first it is shown what was read, then what is there now is kept, then it takes its place. */
export function UploadFile({
  opened,
  desk,
  file,
  close,
}: {
  readonly opened: Opened;
  readonly desk: Desk;
  /** A file that was dropped on the canvas. */
  readonly file: File | null;
  readonly close: () => void;
}) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState(file);
  const [result, setResult] = useState<{ readonly of: File; readonly upload: Upload } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { around } = opened.page;
  useEffect(() => {
    if (!chosen) return undefined;
    let over = false;
    readUpload(chosen, knownOf(around)).then(
      (upload) => over || setResult({ of: chosen, upload }),
      (error: unknown) => over || setFault(t(reasonOf(error))),
    );
    return () => {
      over = true;
    };
  }, [chosen, around, t]);
  const upload = result?.of === chosen ? result?.upload : undefined;
  // Cases, links and numbers go by the keys of the processes.
  const own = new Set(opened.page.processes.map((process) => process.key));
  const isOther = upload?.ok === true && !upload.read.processes.some(({ key }) => own.has(key));
  const take = async (): Promise<void> => {
    if (!upload?.ok || !chosen) return;
    setBusy(true);
    await keepBefore(opened, desk.keeper, w('keptBeforeUpload', { file: chosen.name }));
    await desk.replace(upload.read.xml);
    await desk.keeper.send();
    void message.success(w('uploaded', { file: chosen.name }));
    close();
  };
  return (
    <Modal
      open
      title={w('uploadTitle')}
      width={600}
      okText={w('uploadDo')}
      cancelText={w('cancel')}
      okButtonProps={{ disabled: !upload?.ok }}
      confirmLoading={busy}
      onOk={() =>
        void take().catch((error: unknown) => {
          setBusy(false);
          setFault(t(reasonOf(error)));
        })
      }
      onCancel={close}
    >
      <PickFile
        file={chosen}
        pick={(picked) => {
          setFault(null);
          setChosen(picked);
        }}
      />
      {chosen ? (
        <UploadShown
          upload={upload}
          fault={fault}
          will={w('uploadWill')}
          other={isOther ? w('otherFlow', { flow: nameOf(opened.page, t) }) : undefined}
        />
      ) : null}
    </Modal>
  );
}
