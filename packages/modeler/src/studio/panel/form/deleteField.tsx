import { Modal } from 'antd';
import { useWords } from '../../../words/words.ts';
import { usePlaceName } from '../condition/usePlaceName.ts';
import { listed } from '../../../task/listed.ts';
import type { FieldPlain } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { deleteField, showing, type FormPlace } from './formCommands.ts';
import { UsesList } from './usesList.tsx';
import { usesOf } from './uses.ts';

/** Before a field goes from the whole flow: which steps lose it; or, where something still uses it, why it stays, with the places. */
export function DeleteField({
  place,
  field,
  close,
}: {
  readonly place: FormPlace;
  readonly field: FieldPlain;
  readonly close: () => void;
}) {
  const { w, t, language } = useWords();
  const nameOf = usePlaceName();
  const name = t(textOf(field));
  const uses = usesOf(place.process, field.key);
  if (uses.length > 0)
    return (
      <Modal
        open
        title={w('cannotDelete', { field: name })}
        okText={w('understood')}
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={close}
        onCancel={close}
      >
        <UsesList modeler={place.modeler} process={place.process} uses={uses} went={close} />
      </Modal>
    );
  const steps = showing(place.process, field.key).map(nameOf);
  return (
    <Modal
      open
      title={w('deleteFieldTitle', { field: name })}
      okText={w('deleteFieldNow')}
      okButtonProps={{ danger: true }}
      cancelText={w('cancel')}
      onOk={() => {
        deleteField(place, field.key);
        close();
      }}
      onCancel={close}
    >
      <p>{steps.length > 0 ? w('deleteFieldShown', { steps: listed(steps, language) }) : w('deleteFieldNowhere')}</p>
      <p className="gc-quiet">{w('deleteFieldUndo')}</p>
    </Modal>
  );
}
