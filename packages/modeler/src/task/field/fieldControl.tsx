import { lazy, Suspense } from 'react';
import { Skeleton } from 'antd';
import type { Session } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { useWords } from '../../words/words.ts';
import { textOf } from '../values.ts';
import { MoneyControl, NumberControl } from './amount.tsx';
import { ChoiceControl, ChoicesControl, YesNoControl } from './choice.tsx';
import type { Control } from './control.ts';
import { FilesControl } from './files.tsx';
import { PeopleControl } from './people.tsx';
import { RowsControl } from './rows.tsx';
import { UnitsControl } from './units.tsx';
import { LineControl, OpinionControl, TextControl } from './written.tsx';

const Day = lazy(() => import('./day.tsx').then((module) => ({ default: module.Day })));

/** The control of a field's type; a type that a newer server knows and this page does not is a line of text. */
export function FieldControl(control: Control) {
  switch (control.field.type) {
    case 'longText':
      return <TextControl {...control} />;
    case 'opinion':
      return <OpinionControl {...control} />;
    case 'yesNo':
      return <YesNoControl {...control} />;
    case 'choice':
      return <ChoiceControl {...control} />;
    case 'choices':
      return <ChoicesControl {...control} />;
    case 'number':
      return <NumberControl {...control} />;
    case 'money':
      return <MoneyControl {...control} />;
    case 'date':
    case 'dateTime':
      return (
        <Suspense fallback={<Skeleton.Input active style={{ width: 160 }} />}>
          <Day {...control} />
        </Suspense>
      );
    case 'person':
    case 'persons':
      return <PeopleControl {...control} />;
    case 'unit':
    case 'units':
      return <UnitsControl {...control} />;
    case 'file':
    case 'files':
      return <FilesControl {...control} />;
    case 'table':
      return <RowsControl {...control} cell={FieldControl} />;
    case 'series':
      return <Given id={control.id} words={textOf(control.value)} />;
    case 'signature':
      return <Signature id={control.id} />;
    default:
      return <LineControl {...control} />;
  }
}

/** What the system fills in by itself when the step is done. */
function Given({ id, words }: { readonly id: string; readonly words: string }) {
  const { w } = useWords();
  return (
    <output id={id} className="gc-given">
      {words === '' ? w('numberedLater') : words}
    </output>
  );
}

function Signature({ id }: { readonly id: string }) {
  const { w, t } = useWords();
  const me = useRead<Session>('/api/session').data?.person.name;
  return (
    <output id={id} className="gc-given">
      {w('signedLater', { name: me ? t(me) : '' })}
    </output>
  );
}
