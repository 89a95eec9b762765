import { useState } from 'react';
import { Checkbox, Radio, Skeleton } from 'antd';
import type { CaseDiagram, PlacesPage } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { listed } from '../../task/listed.ts';
import { NoPlaces } from '../../task/noPlaces.tsx';
import { PlacePicture } from '../../task/placePicture.tsx';
import { seatsText } from '../../task/receivers.ts';
import { ReasonDialog } from '../../ui/reasonDialog.tsx';
import { useWords } from '../../words/words.ts';

/**
 * 跳转 and 唤醒: what is taken, where several steps are open, and where the case may be put, on the diagram and as a list, every other
 * step with its reason; and why. What will happen is said before it does.
 */
export function MoveCase({
  caseId,
  close,
  done,
}: {
  readonly caseId: string;
  readonly close: () => void;
  readonly done: (words: string) => void;
}) {
  const { t, w, language } = useWords();
  const [take, setTake] = useState<readonly string[]>([]);
  const read = useRead<PlacesPage>(`/api/cases/${caseId}/places${take.length > 0 ? `?take=${take.join(',')}` : ''}`);
  const diagrams = useRead<readonly CaseDiagram[]>(`/api/cases/${caseId}/diagram`).data;
  const page = read.data;
  const wakes = page?.kind === 'reopen';
  const standing = page?.standing ?? [];
  const taken = standing.filter((one) => (take.length > 0 ? take.includes(one.visit) : one.taken));
  const places = page?.places ?? [];
  const legal = places.filter((place) => place.legal);
  const [to, setTo] = useState<string | null>(null);
  const keyOf = (place: (typeof places)[number]): string => `${place.definition} ${place.element}`;
  const chosen = legal.find((place) => keyOf(place) === to);
  const diagram = diagrams?.find((one) => one.definition === chosen?.definition) ?? diagrams?.[0];
  const here = places.filter((place) => place.definition === diagram?.definition);
  const closes = [
    ...new Set([...taken.filter(({ state }) => state === 'open').map(({ step }) => t(step)), ...(chosen?.ends ?? []).map(t)]),
  ];
  const who = chosen ? seatsText(chosen.seats, language, t) : '';
  const will = chosen
    ? [
        closes.length > 0 ? w('moveCloses', { steps: listed(closes, language) }) : '',
        who === '' ? w('moveArrives', { step: t(chosen.step) }) : w('moveOpens', { step: t(chosen.step), who }),
        w(wakes ? 'wakeKeeps' : 'moveKeeps'),
      ].filter((sentence) => sentence !== '')
    : [];
  const where = w(wakes ? 'wakeWhere' : 'moveWhere');
  const more = wakes
    ? { at: chosen?.element }
    : { take: taken.map(({ visit }) => visit), to: { element: chosen?.element, scope: chosen?.scope } };
  return (
    <ReasonDialog
      about={{
        path: `/api/cases/${caseId}/${wakes ? 'reopen' : 'jump'}`,
        more,
        title: w(wakes ? 'wakeTitle' : 'moveCaseTitle'),
        act: w(wakes ? 'wakeTo' : 'moveTo', { step: chosen ? t(chosen.step) : '' }),
        ...(chosen ? {} : { missing: w(wakes ? 'wakeChoose' : 'moveChoose') }),
        will,
      }}
      picture={
        <PlacePicture
          diagram={diagram}
          places={here}
          here={taken.map(({ element }) => element)}
          chosen={chosen?.element}
          tip={w('movePlace')}
          choose={(element) => {
            const place = here.find((one) => one.legal && one.element === element);
            if (place) setTo(keyOf(place));
          }}
        />
      }
      close={close}
      done={() => done(w(wakes ? 'woken' : 'moved', { step: chosen ? t(chosen.step) : '' }))}
    >
      {read.isPending ? <Skeleton active /> : null}
      {standing.length > 1 ? (
        <>
          <h3>{w('moveFrom')}</h3>
          <Checkbox.Group
            aria-label={w('moveFrom')}
            value={taken.map(({ visit }) => visit)}
            onChange={(next) => setTake(next.length > 0 ? next.map(String) : take)}
            style={{ display: 'grid', gap: 6 }}
          >
            {standing.map((one) => (
              <Checkbox key={one.visit} value={one.visit}>
                {t(one.step)}{' '}
                <span className="gc-quiet">
                  {one.state === 'waits' ? w('standsAtJoin') : one.state === 'still' ? w('standsStill') : seatsText(one.seats, language, t)}
                </span>
              </Checkbox>
            ))}
          </Checkbox.Group>
          {taken.length < standing.length ? <p className="gc-quiet">{w('moveTogether')}</p> : null}
        </>
      ) : null}
      {page && legal.length === 0 ? <p>{w('moveNowhere')}</p> : null}
      {legal.length > 0 ? (
        <>
          <h3>{where}</h3>
          <Radio.Group
            aria-label={where}
            value={chosen ? keyOf(chosen) : null}
            onChange={(event) => setTo(event.target.value as string)}
            className="gc-places"
          >
            {legal.map((place) => (
              <Radio key={keyOf(place)} value={keyOf(place)}>
                {t(place.step)} <span className="gc-quiet">{seatsText(place.seats, language, t)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </>
      ) : null}
      <NoPlaces places={places.filter((place) => !place.legal)} />
    </ReasonDialog>
  );
}
