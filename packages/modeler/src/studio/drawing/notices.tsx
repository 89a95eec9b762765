import { useState } from 'react';
import { Alert, Button, Popconfirm } from 'antd';
import { moment, useWords } from '../../words/words.ts';
import type { Desk } from './desk.ts';
import { download } from './more/download.ts';
import { keepBefore } from './more/keepBefore.ts';
import type { Opened } from './opening.ts';
import type { LocalCopy } from './sync/localCopy.ts';

/** What a person should know about what this browser kept: taken up again, or standing aside until they choose. */
export function Notices({ opened, desk }: { readonly opened: Opened; readonly desk: Desk | undefined }) {
  const { w } = useWords();
  const { taken, aside } = opened.plan;
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = aside.filter((copy) => !gone.includes(copy.hold));
  return (
    <>
      {taken ? <Alert banner type="info" closable title={w('recovered', { time: moment(taken.at) })} /> : null}
      {left.map((copy) => (
        <Aside key={copy.hold} copy={copy} opened={opened} desk={desk} settle={() => setGone([...gone, copy.hold])} />
      ))}
    </>
  );
}

function Aside({
  copy,
  opened,
  desk,
  settle,
}: {
  readonly copy: LocalCopy;
  readonly opened: Opened;
  readonly desk: Desk | undefined;
  readonly settle: () => void;
}) {
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  const forget = (): void => {
    settle();
    // Under this tab's own hold its next whole is kept.
    if (copy.hold !== opened.hold || !opened.draws) void opened.copies.drop(copy.hold);
  };
  const use = async (at: Desk): Promise<void> => {
    setBusy(true);
    await keepBefore(opened, at.keeper, w('keptBeforeLocal'));
    await at.replace(copy.xml);
    await at.keeper.send();
    forget();
  };
  return (
    <Alert
      banner
      type="warning"
      title={w('aside', { time: moment(copy.at) })}
      action={
        <span className="gc-draw-acts">
          <Button size="small" onClick={() => download(`${opened.page.flow}-${w('onThisMachine')}`, copy.xml)}>
            {w('downloadCopy')}
          </Button>
          {desk ? (
            <Button size="small" loading={busy} onClick={() => void use(desk).catch(() => setBusy(false))}>
              {w('useCopy')}
            </Button>
          ) : null}
          <Popconfirm title={w('dropCopyAsk')} okText={w('dropCopy')} cancelText={w('cancel')} onConfirm={forget}>
            <Button size="small">{w('dropCopy')}</Button>
          </Popconfirm>
        </span>
      }
    />
  );
}
