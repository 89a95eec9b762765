import { useRef, useState } from 'react';
import { Input, Modal, Segmented, type InputRef } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ask, reasonOf } from '../../api/client.ts';
import { useIntention } from '../../api/intention.ts';
import { Fault } from '../../ui/pieces.tsx';
import { useWords } from '../../words/words.ts';
import { PickFile } from './more/pickFile.tsx';
import { UploadShown } from './more/uploadShown.tsx';
import { useUpload } from './more/useUpload.ts';
import './drawing.css';

/** The office's own posts and flows are looked at when it is drawn. */
const NOTHING_KNOWN = {};

/** Begins a flow: by its name, or from a file of which is shown first what was read. Then it is drawn. */
export function NewFlow({ close }: { readonly close: () => void }) {
  const { t, w } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const request = useIntention();
  const input = useRef<InputRef>(null);
  const [from, setFrom] = useState<'blank' | 'file'>('blank');
  const [typed, setTyped] = useState<string | null>(null);
  const { file, upload: read, choose, fault, setFault } = useUpload(NOTHING_KNOWN);
  const [busy, setBusy] = useState(false);
  const upload = from === 'file' ? read : undefined;
  const xml = upload?.ok ? upload.read.xml : undefined;
  // What the file calls itself, until somebody types another name.
  const name = typed ?? (upload?.ok ? upload.read.processes[0]?.name.zh : undefined) ?? '';
  const ready = name.trim() !== '' && (from === 'blank' || xml !== undefined);
  const begin = (): void => {
    if (!ready || busy) return;
    setBusy(true);
    const asked = { name: name.trim(), ...(xml === undefined ? {} : { xml }) };
    ask<{ readonly flow: string }>('/api/flows/new', 'POST', { request: request(asked), ...asked }).then(
      ({ flow }) => {
        void queries.invalidateQueries({ queryKey: ['/api/flows'] });
        void navigate(`/flows/${flow}/draw`);
      },
      (error: unknown) => {
        setBusy(false);
        setFault(t(reasonOf(error)));
      },
    );
  };
  return (
    <Modal
      open
      title={w('newFlow')}
      width={600}
      okText={w('newFlowDo')}
      cancelText={w('cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={busy}
      onOk={begin}
      onCancel={close}
      afterOpenChange={() => input.current?.focus()}
    >
      <div className="gc-new-flow">
        <Segmented
          value={from}
          onChange={(next) => {
            setFault(null);
            setFrom(next === 'file' ? 'file' : 'blank');
          }}
          options={[
            { value: 'blank', label: w('newFlowBlank') },
            { value: 'file', label: w('newFlowFromFile') },
          ]}
        />
        {from === 'file' ? <PickFile file={file} pick={choose} /> : null}
        <label htmlFor="gc-new-flow-name">{w('newFlowName')}</label>
        <Input
          id="gc-new-flow-name"
          ref={input}
          value={name}
          maxLength={60}
          placeholder={w('newFlowExample')}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={begin}
        />
        {from === 'file' && file ? (
          <UploadShown upload={upload} fault={fault} will={w('newFlowFileWill')} />
        ) : (
          <>
            <Fault words={fault} />
            <p className="gc-draw-will">{w('newFlowBlankWill')}</p>
          </>
        )}
      </div>
    </Modal>
  );
}
