import { useState } from 'react';
import { App, Button, Dropdown } from 'antd';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import type { DrawingPage } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../../api/client.ts';
import { useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import type { How, Opened } from '../opening.ts';
import { download } from './download.ts';
import { DrawKeys } from './drawKeys.tsx';
import { KeepPoint } from './keepPoint.tsx';
import { KeptPoints } from './keptPoints.tsx';
import { nameOf } from '../nameOf.ts';
import { UploadFile } from './uploadFile.tsx';

type Front = 'keep' | 'points' | 'upload' | 'keys' | null;

/** What is seldom done with a drawing: files, kept moments, the way back to what is published. */
export function More({
  page,
  desk,
  opened,
  open,
}: {
  readonly page: DrawingPage;
  readonly desk: Desk;
  readonly opened: Opened;
  readonly open: (how: How) => void;
}) {
  const { t, w } = useWords();
  const { message, modal } = App.useApp();
  const [front, setFront] = useState<Front>(null);
  const close = (): void => setFront(null);
  const back = (): void =>
    void modal.confirm({
      title: w('backToPublishedAsk', { version: page.latest }),
      content: w('backToPublishedWill', { version: page.latest }),
      okText: w('backToPublishedDo', { version: page.latest }),
      cancelText: w('cancel'),
      // The dialog stays while it is done, and says why where it is refused.
      onOk: async () => {
        await desk.keeper.send();
        await ask(`/api/flows/${page.flow}/drawing/discard`, 'POST', { hold: opened.hold }).then(
          () => open('draw'),
          (error: unknown) => void message.error(t(reasonOf(error))),
        );
      },
    });
  const save = (): void => void desk.xml().then((xml) => download(t(nameOf(page)), xml));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'download', label: w('downloadFile'), onClick: save },
            { key: 'upload', label: w('uploadFile'), onClick: () => setFront('upload') },
            { type: 'divider' },
            { key: 'keep', label: w('keepMoment'), onClick: () => setFront('keep') },
            { key: 'points', label: w('keptMoments'), onClick: () => setFront('points') },
            { key: 'back', label: w('backToPublished'), disabled: page.latest === 0, onClick: back },
            { type: 'divider' },
            { key: 'keys', label: w('drawKeys'), onClick: () => setFront('keys') },
          ],
        }}
      >
        <Button>
          {w('drawingMore')} <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {front === 'keep' ? <KeepPoint opened={opened} desk={desk} close={close} /> : null}
      {front === 'points' ? <KeptPoints opened={opened} desk={desk} close={close} /> : null}
      {front === 'upload' ? <UploadFile opened={opened} desk={desk} file={null} close={close} /> : null}
      {front === 'keys' ? <DrawKeys close={close} /> : null}
    </>
  );
}
