import { expect, test } from '@jest/globals';
import { choiceBlock } from '../../../bench/src/figures/choiceBlock.ts';
import { judged } from './judging.ts';

const DRAWN = ['ways', 'row'] as const;
const ASKS = ['none', 'own', 'shared'] as const;

test.each(DRAWN.flatMap((drawn) => ASKS.map((asks) => ({ drawn, asks }))))(
  'ten branches of ten choices each are decided in some hundred states, whichever way they are drawn: $drawn, $asks',
  async (how) => {
    const block = (spoilt: boolean): string => choiceBlock({ branches: 10, choices: 10, spoilt, ...how });
    const [sound] = await judged(block(false));
    expect(sound?.verdict).toBe('sound');
    expect(sound?.markings).toBeLessThan(600);
    if (how.asks !== 'none') return;
    const [unsound] = await judged(block(true));
    expect(unsound?.verdict).toBe('unsound');
    expect(unsound?.findings.map(({ property }) => property)).toEqual(['optionToComplete']);
    expect(unsound?.markings).toBeLessThan(1500);
  },
);
