import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { Choose } from '../control/choose.tsx';
import { Either } from '../control/either.tsx';
import { Tick } from '../control/tick.tsx';
import type { Plain } from '../../file/plain.ts';
import { useCalled } from '../useCalled.ts';
import { postOptions } from '../who/postOptions.ts';
import { riskOf, withText } from './risk.ts';

/** What one risk point is made of. */
export function RiskControls({
  asked,
  plain,
  put,
}: {
  readonly asked: Asked;
  readonly plain: Plain;
  readonly put: (plain: Plain) => void;
}) {
  const called = useCalled(asked);
  const { w } = called;
  const risk = riskOf(plain);
  return (
    <>
      <Either
        label={w('levelOfRisk')}
        value={String(risk.level)}
        choices={[
          { value: '1', label: w('riskFirst') },
          { value: '2', label: w('riskSecond') },
          { value: '3', label: w('riskThird') },
        ]}
        put={(level) => put({ ...plain, level: Number(level) })}
      />
      <Both
        lines
        labels={{ zh: w('dangerChinese'), en: w('dangerEnglish') }}
        texts={risk.danger}
        put={(language, text) => put(withText(plain, 'dangers', { language, text }))}
      />
      <Both
        lines
        labels={{ zh: w('controlChinese'), en: w('controlEnglish') }}
        texts={risk.control}
        put={(language, text) => put(withText(plain, 'controls', { language, text }))}
      />
      <Choose
        label={w('riskPost')}
        value={risk.post}
        choices={postOptions(asked.around.posts, risk.post, called)}
        put={(post) => put({ ...plain, post })}
      />
      <Tick label={w('riskConfirm')} value={risk.confirm} put={(confirm) => put({ ...plain, confirm: confirm || undefined })} />
    </>
  );
}
