import { useMemo, useState } from 'react';
import { App, Modal } from 'antd';
import { reasonOf } from '../../../api/client.ts';
import { useWords } from '../../../words/words.ts';
import { knownOf } from '../check/knownOf.ts';
import type { Desk } from '../desk.ts';
import type { Opened } from '../opening.ts';
import { keepBefore } from './keepBefore.ts';
import { nameOf } from '../nameOf.ts';
import { PickFile } from './pickFile.tsx';
import { UploadShown } from './uploadShown.tsx';
import { useUpload } from './useUpload.ts';

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
  const known = useMemo(() => knownOf(opened.page.around), [opened]);
  const { file: chosen, upload, choose, fault, setFault } = useUpload(known, file);
  const [busy, setBusy] = useState(false);
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
      <PickFile file={chosen} pick={choose} />
      {chosen ? (
        <UploadShown
          upload={upload}
          fault={fault}
          will={w('uploadWill')}
          other={isOther ? w('otherFlow', { flow: t(nameOf(opened.page)) }) : undefined}
        />
      ) : null}
    </Modal>
  );
}
