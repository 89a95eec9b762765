import { Checkbox, Select } from 'antd';
import type { FieldType } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/runtime/model';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { ColumnsEditor } from './columnsEditor.tsx';
import { helped, helpIn, typeOf, type FieldPlain } from './fieldPlain.ts';
import { ownName, renamed, textOf } from '../../file/named.ts';
import { EVERY_TYPE, FIELD_WORDS } from '../../fieldTypes.ts';
import { FigureInput } from './figureInput.tsx';
import { changeField, showing, type FormPlace } from './formCommands.ts';
import { isChoice, isFigure, isText, retyped } from './freshField.ts';
import { LineInput } from './lineInput.tsx';
import { TestedOptions } from './testedOptions.tsx';
import { SeriesEditor } from './seriesEditor.tsx';
import { ShowWhen } from './showWhen.tsx';

/** Everything about one field but where it is shown: it is the same at every step. Its key is not asked and never changes. */
export function FieldEditor({ place, field }: { readonly place: FormPlace; readonly field: FieldPlain }) {
  const { w, t, language } = useWords();
  const type = typeOf(field);
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const change = (next: FieldPlain): void => changeField(place, next);
  const steps = showing(place.process, field.key).length;
  return (
    <div className="gc-field-editor">
      <Labelled label={w('fieldName')}>
        <LineInput
          label={w('fieldName')}
          value={ownName(field, language) || t(textOf(field))}
          needed
          put={(text) => change(renamed(field, language, text))}
        />
        <LineInput
          label={w('fieldNameIn')}
          value={ownName(field, other)}
          placeholder={w('inOtherLanguage')}
          needed={other === 'zh'}
          put={(text) => change(renamed(field, other, text))}
        />
      </Labelled>
      <Labelled label={w('fieldType')}>
        <Select<FieldType>
          aria-label={w('fieldType')}
          value={type}
          options={FIELD_WORDS.map(([value, word]) => ({ value, label: w(word) }))}
          listHeight={EVERY_TYPE}
          onChange={(next) => change(retyped(field, next))}
          style={{ width: '100%' }}
        />
      </Labelled>
      {isChoice(type) ? (
        <Labelled label={w('fieldOptions')}>
          <TestedOptions
            modeler={place.modeler}
            of={{ process: place.process, key: field.key }}
            kind="option"
            options={field.options ?? []}
            put={(options) => change({ ...field, options })}
          />
        </Labelled>
      ) : null}
      {type === 'table' ? (
        <Labelled label={w('fieldColumns')}>
          <ColumnsEditor columns={field.columns ?? []} put={(columns) => change({ ...field, columns })} />
        </Labelled>
      ) : null}
      {type === 'series' ? <SeriesEditor place={place} field={field} change={change} /> : null}
      {isFigure(type) ? (
        <div className="gc-field-pair">
          <Labelled label={w('fieldLeast')}>
            <FigureInput
              label={w('fieldLeast')}
              value={field.minimum}
              money={type === 'money'}
              put={(minimum) => change({ ...field, minimum })}
            />
          </Labelled>
          <Labelled label={w('fieldMost')}>
            <FigureInput
              label={w('fieldMost')}
              value={field.maximum}
              money={type === 'money'}
              put={(maximum) => change({ ...field, maximum })}
            />
          </Labelled>
        </div>
      ) : null}
      {type === 'number' ? (
        <Labelled label={w('fieldDecimals')}>
          <FigureInput label={w('fieldDecimals')} value={field.decimals} whole put={(decimals) => change({ ...field, decimals })} />
        </Labelled>
      ) : null}
      {isText(type) ? (
        <Labelled label={w('fieldLength')}>
          <FigureInput
            label={w('fieldLength')}
            value={field.maximumLength}
            whole
            put={(maximumLength) => change({ ...field, maximumLength })}
          />
        </Labelled>
      ) : null}
      <Labelled label={w('fieldHelp')}>
        <LineInput label={w('fieldHelp')} value={helpIn(field, language)} put={(text) => change(helped(field, language, text))} />
        <LineInput
          label={w('fieldHelpIn')}
          value={helpIn(field, other)}
          placeholder={w('inOtherLanguage')}
          put={(text) => change(helped(field, other, text))}
        />
      </Labelled>
      <ShowWhen place={place} field={field} change={change} />
      <Checkbox checked={field.perItem ?? false} onChange={(event) => change({ ...field, perItem: event.target.checked || undefined })}>
        {w('fieldPerItem')}
      </Checkbox>
      {steps > 1 ? <p className="gc-quiet">{w('fieldAlsoAt', { count: steps })}</p> : null}
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="gc-field-part">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
