import { Select } from 'antd';
import { useWords } from '../../../words/words.ts';
import { hiddenAt } from './entries.ts';
import { typeOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { fieldWord } from './fieldTypes.ts';
import { showFields, type FormPlace } from './formCommands.ts';

/** Fields of the flow that this step hides, one click from being shown: at first only to be seen, as somebody else fills them in. */
export function KnownFields({ place, done }: { readonly place: FormPlace; readonly done: () => void }) {
  const { w, t } = useWords();
  return (
    <Select
      autoFocus
      defaultOpen
      aria-label={w('chooseKnownField')}
      placeholder={w('chooseKnownField')}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={hiddenAt(place.process, place.step.businessObject).map((field) => ({
        value: field.key,
        label: `${t(textOf(field))} · ${w(fieldWord(typeOf(field)))}`,
      }))}
      onChange={(key: string) => {
        showFields(place, [{ field: key, mode: 'read' }]);
        done();
      }}
      onBlur={done}
      style={{ width: '100%' }}
    />
  );
}
