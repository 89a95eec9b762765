import type { Field } from '../diagram/office.ts';
import type { Json } from '../words/json.ts';
import type { Compared } from './literals.ts';

/** Stands for every text that no condition names. */
export const OTHER = '其他';

/** The values of a name of which only the expressions that read it are known. */
export function valuesToTell(compared: readonly Compared[]): readonly Json[] {
  if (compared.some(({ lists }) => lists)) return [['甲'], ['甲', '乙']];
  const values: Json[] = [];
  if (compared.some((one) => one.texts.length > 0)) values.push(...textsToTell(compared));
  if (compared.some((one) => one.numbers.length > 0)) values.push(...numbersToTell(compared, undefined));
  if (compared.some((one) => one.booleans)) values.push(true, false);
  return values.length > 0 ? values : [true, false];
}

/** Every text that is named, and one that stands for all others. */
export const textsToTell = (compared: readonly Compared[]): readonly string[] => [
  ...new Set([...compared.flatMap((one) => one.texts), OTHER]),
];

/** Every boundary, and one number in each stretch between two. */
export function numbersToTell(compared: readonly Compared[], field: Field | undefined): readonly number[] {
  const marks = [...new Set(compared.flatMap((one) => one.numbers))].sort((one, other) => one - other);
  const between = marks.slice(1).map((mark, index) => ((marks[index] ?? mark) + mark) / 2);
  const [first] = marks;
  const last = marks.at(-1);
  const all =
    first === undefined || last === undefined ? [field?.minimum ?? 1] : [Math.ceil(first) - 1, ...marks, ...between, Math.floor(last) + 1];
  const whole = field?.type === 'money' || field?.decimals === 0;
  const fitting = all.filter(
    (value) =>
      (field?.minimum === undefined || value >= field.minimum) &&
      (field?.maximum === undefined || value <= field.maximum) &&
      (!whole || Number.isInteger(value)),
  );
  return fitting.length > 0 ? fitting : [field?.minimum ?? 1];
}
