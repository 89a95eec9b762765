import { Button, Select } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { useWords } from '../../../../words/words.ts';
import { subjectGroups, isGroup } from '../../condition/subjectGroups.ts';
import { isList } from '../../condition/comparisons.ts';
import type { Subject } from '../../../condition/subject.ts';
import { asksUnknown } from '../about.ts';
import { givesList } from '../../../file/dmn/hit.ts';
import { putInput, putOutput, removeColumn } from '../../../file/dmn/columns.ts';
import { outputName } from '../outputName.ts';
import { putColumns, putSource, type TablePlace } from '../tableCommands.ts';
import { typeRefOf } from '../typeRef.ts';
import { useTableWords } from '../words/useTableWords.ts';
import type { Reading } from './useReading.ts';

/** The heads of the columns: what each asks, and into which field each answer goes. */
export function Heads({ place, reading }: { readonly place: TablePlace; readonly reading: Reading }) {
  const { say } = useTableWords();
  const { grid } = place;
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {say('rowNumber')}
        </th>
        {grid.inputs.length > 0 ? (
          <th colSpan={grid.inputs.length} scope="colgroup">
            {say('conditions')}
          </th>
        ) : null}
        {grid.outputs.length > 0 ? (
          <th colSpan={grid.outputs.length} scope="colgroup" data-answer>
            {say('answers')}
          </th>
        ) : null}
        <th rowSpan={2} aria-label=" " />
      </tr>
      <tr>
        {grid.inputs.map((_, column) => (
          // oxlint-disable-next-line react/no-array-index-key
          <InputHead key={column} place={place} reading={reading} column={column} />
        ))}
        {grid.outputs.map((_, column) => (
          // oxlint-disable-next-line react/no-array-index-key
          <OutputHead key={column} place={place} reading={reading} column={column} />
        ))}
      </tr>
    </thead>
  );
}

interface Head {
  readonly place: TablePlace;
  readonly reading: Reading;
  readonly column: number;
}

function InputHead({ place, reading, column }: Head) {
  const { say, t } = useTableWords();
  const words = useWords();
  const { grid } = place;
  const input = grid.inputs[column];
  const about = reading.inputs[column];
  if (!input || !about) return <th />;
  const known = reading.subjects.some(({ key }) => key === input.asks);
  const name = t(about.subject.name) || input.asks;
  const unknown = asksUnknown(input, reading.subjects, reading.given);
  const choose = (key: string): void => {
    const subject = reading.subjects.find((one) => one.key === key);
    if (subject) putSource(place, putInput(grid, column, { label: subject.name.zh, asks: key, type: typeRefOf(subject.type) }));
  };
  return (
    <th scope="col">
      <Column
        label={say('conditionColumn', { number: column + 1 })}
        value={input.asks}
        options={[...(known ? [] : [{ value: input.asks, label: name }]), ...subjectGroups(reading.subjects, words)]}
        choose={choose}
        remove={{ label: say('removeCondition', { name }), act: () => putSource(place, removeColumn(grid, 'inputs', column)) }}
        wrong={unknown ? say('unknownField', { name: input.asks }) : undefined}
      />
    </th>
  );
}

function OutputHead({ place, reading, column }: Head) {
  const { say, t } = useTableWords();
  const { grid } = place;
  const output = grid.outputs[column];
  const target = reading.targets[column] ?? '';
  const field = reading.subjects.find(({ key }) => key === target);
  if (!output) return <th />;
  const name = field ? t(field.name) : target || output.label || output.name || grid.name;
  const choose = (key: string): void => {
    const next = reading.fields.find((one) => one.key === key);
    const targets = reading.targets.map((was, at) => (at === column ? key : was));
    if (!next) return;
    const answering = { name: outputName(grid, key, column), label: next.name.zh, type: typeRefOf(next.type) };
    putColumns(place, { source: putOutput(grid, column, answering), targets });
  };
  const list = givesList(grid.hit) && field !== undefined && !isList(field.type);
  return (
    <th scope="col" data-answer>
      <Column
        label={say('answerColumn', { number: column + 1 })}
        value={target || null}
        options={optionsOf(reading.fields, target, name, t)}
        choose={choose}
        remove={{
          label: say('removeAnswer', { name }),
          act: () =>
            putColumns(place, {
              source: removeColumn(grid, 'outputs', column),
              targets: reading.targets.filter((_, at) => at !== column),
            }),
        }}
        wrong={target === '' ? say('noTarget') : list ? say('listInto', { field: name }) : undefined}
      />
    </th>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

// oxlint-disable-next-line max-params
const optionsOf = (fields: readonly Subject[], target: string, name: string, t: (text: Subject['name']) => string): Option[] => [
  ...(target === '' || fields.some(({ key }) => key === target) ? [] : [{ value: target, label: name }]),
  ...fields.map((field) => ({ value: field.key, label: t(field.name) || field.key })),
];

function Column({
  label,
  value,
  options,
  choose,
  remove,
  wrong,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: (Option | ReturnType<typeof subjectGroups>[number])[];
  readonly choose: (key: string) => void;
  readonly remove: { readonly label: string; readonly act: () => void };
  readonly wrong: string | undefined;
}) {
  const { say } = useTableWords();
  return (
    <>
      <span className="gc-rules-head">
        <Select
          aria-label={label}
          value={value}
          placeholder={say('chooseField')}
          options={options}
          showSearch={{
            filterOption: (typed, option) =>
              !isGroup(option) &&
              String(option?.label ?? '')
                .toLowerCase()
                .includes(typed.trim().toLowerCase()),
          }}
          {...(wrong ? { status: 'warning' as const } : {})}
          onChange={choose}
          popupMatchSelectWidth={false}
        />
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={remove.label} title={remove.label} onClick={remove.act} />
      </span>
      {wrong ? <p className="gc-rules-wrong">{wrong}</p> : null}
    </>
  );
}
