/** Which of the rows that apply count, as DMN says it: a hit policy and, where all are put together, how. */
export interface Hit {
  readonly policy: string;
  readonly aggregation: string;
}

/** What is made of the rows that apply, as it is asked here. */
export type HitChoice = 'first' | 'unique' | 'any' | 'all' | 'sum' | 'least' | 'greatest' | 'count';

const CHOICES: { readonly [choice in HitChoice]: Hit } = {
  first: { policy: 'FIRST', aggregation: '' },
  unique: { policy: 'UNIQUE', aggregation: '' },
  any: { policy: 'ANY', aggregation: '' },
  all: { policy: 'COLLECT', aggregation: '' },
  sum: { policy: 'COLLECT', aggregation: 'SUM' },
  least: { policy: 'COLLECT', aggregation: 'MIN' },
  greatest: { policy: 'COLLECT', aggregation: 'MAX' },
  count: { policy: 'COLLECT', aggregation: 'COUNT' },
};

/** In the order in which they are offered. */
export const HIT_CHOICES = Object.keys(CHOICES) as readonly HitChoice[];

/** As it is written into the file. */
export const hitOf = (choice: HitChoice): Hit => CHOICES[choice];

/** Which of them a file means; undefined for one that is not asked here, which stays as it is. */
export const choiceOf = ({ policy, aggregation }: Hit): HitChoice | undefined =>
  HIT_CHOICES.find((one) => CHOICES[one].policy === policy && CHOICES[one].aggregation === aggregation);

/** Whether all rows are put together into one value, which one column only can give. */
export const putsTogether = ({ policy, aggregation }: Hit): boolean => policy === 'COLLECT' && aggregation !== '';

/** Whether the result is a list, a part for each row that applies. */
export const givesList = ({ policy, aggregation }: Hit): boolean =>
  policy === 'RULE ORDER' || policy === 'OUTPUT ORDER' || (policy === 'COLLECT' && aggregation === '');
