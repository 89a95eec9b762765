import { useWords } from '../../../words/words.ts';
import { OnlyWhen } from '../condition/onlyWhen.tsx';
import { subjectsOf } from '../condition/subjects.ts';
import type { FieldPlain } from './fieldPlain.ts';
import type { FormPlace } from './formCommands.ts';

/** Whether a field is always shown, or only when something holds. */
export function ShowWhen({
  place,
  field,
  change,
}: {
  readonly place: FormPlace;
  readonly field: FieldPlain;
  readonly change: (field: FieldPlain) => void;
}) {
  const { w } = useWords();
  return (
    <OnlyWhen
      labels={{ title: w('fieldShowWhen'), always: w('showAlways'), when: w('showWhenHolds') }}
      feel={field.showWhen ?? ''}
      subjects={subjectsOf(place.process, place.step.businessObject).filter(({ key }) => key !== field.key)}
      put={(showWhen) => change({ ...field, showWhen: showWhen || undefined })}
    />
  );
}
