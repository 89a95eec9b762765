import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../words/words.ts';
import type { ModdleElement, Services } from '../../file/moddle.ts';
import { textOf } from '../../file/named.ts';
import { usePlaceName } from '../condition/usePlaceName.ts';
import type { OptionPlain } from './fieldPlain.ts';
import { OptionsEditor } from './optionsEditor.tsx';
import { goesAlong, removeAnswer, testsOf } from './removeAnswer.ts';
import { UsesList } from './usesList.tsx';

/** Answers that arrows and conditions may test: one that is tested goes together with what tests it, or not before that was changed. */
export function TestedOptions({
  modeler,
  of,
  kind,
  options,
  put,
}: {
  readonly modeler: Services;
  /** Whose answers they are: the key under which the answer is kept, in which process. */
  readonly of: { readonly process: ModdleElement; readonly key: string };
  readonly kind: 'option' | 'answer';
  readonly options: readonly OptionPlain[];
  readonly put: (options: readonly OptionPlain[]) => void;
}) {
  const { w, t } = useWords();
  const nameOf = usePlaceName();
  const [removing, setRemoving] = useState<string | null>(null);
  const close = (): void => setRemoving(null);
  const gone = options.find(({ value }) => value === removing);
  const { arrows, others } = gone ? testsOf(modeler, { ...of, value: gone.value }) : { arrows: [], others: [] };
  const take = (option: OptionPlain): void => put(options.filter((one) => one !== option));
  const remove = (option: OptionPlain): void => {
    const tests = testsOf(modeler, { ...of, value: option.value });
    if (tests.arrows.length + tests.others.length === 0) take(option);
    else setRemoving(option.value);
  };
  const option = gone ? t(textOf(gone)) : '';
  return (
    <>
      <OptionsEditor kind={kind} options={options} fewest={1} put={put} remove={remove} />
      {gone && others.length > 0 ? (
        <Modal
          open
          title={w('cannotDelete', { field: option })}
          okText={w('understood')}
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={close}
          onCancel={close}
        >
          <UsesList modeler={modeler} process={of.process} uses={others} went={close} />
        </Modal>
      ) : gone ? (
        <Modal
          open
          title={w('answerTested', { option })}
          okText={w('removeAnswerNow', { option })}
          okButtonProps={{ danger: true }}
          cancelText={w('cancel')}
          onOk={() => {
            removeAnswer(modeler, arrows, () => take(gone));
            close();
          }}
          onCancel={close}
        >
          <ul className="gc-uses">
            {arrows.map(({ arrow, feel }) => (
              <li key={arrow.drawn.id}>
                {w(feel ? 'arrowLosesPart' : feel === null && goesAlong(arrow) ? 'arrowGoes' : 'arrowLosesAll', { to: nameOf(arrow.to) })}
              </li>
            ))}
          </ul>
          <p className="gc-quiet">{w('deleteFieldUndo')}</p>
        </Modal>
      ) : null}
    </>
  );
}
