import { describe, expect, test } from '@jest/globals';
import { claimHold } from '../../../../packages/modeler/src/studio/drawing/sync/claimHold.ts';
import type { LocalCopy } from '../../../../packages/modeler/src/studio/drawing/sync/localCopy.ts';
import type { Tabs } from '../../../../packages/modeler/src/studio/drawing/sync/tabs.ts';

const copy = (hold: string, at: string): LocalCopy => ({ hold, at, xml: hold, revision: 1, base: 1, unsent: true, onItsWay: [] });

/** A browser with these tabs open. */
function tabsOf(...holds: readonly string[]): Tabs {
  const open = new Set(holds);
  return {
    async claim(hold) {
      if (open.has(hold)) return null;
      open.add(hold);
      return () => void open.delete(hold);
    },
    open: async () => new Set(open),
  };
}

const claim = async (tabs: Tabs, remembered: string | null, copies: readonly LocalCopy[]) => {
  const claimed = await claimHold({ tabs, remembered, copies, fresh: () => 'fresh' });
  return [claimed.hold, claimed.copies.map((one) => one.hold)];
};

describe('A tab that opens a drawing', () => {
  test('goes by what it went by before it was reloaded', async () => {
    expect(await claim(tabsOf(), 'mine', [copy('mine', '1')])).toEqual(['mine', ['mine']]);
  });

  test('goes on as the tab that was killed, the last of them', async () => {
    expect(await claim(tabsOf(), null, [copy('old', '1'), copy('new', '2')])).toEqual(['new', ['old', 'new']]);
  });

  test('that was duplicated is another tab, and leaves the first one’s copy alone', async () => {
    expect(await claim(tabsOf('mine'), 'mine', [copy('mine', '1')])).toEqual(['fresh', []]);
  });

  test('beside one that is open takes nothing of it', async () => {
    expect(await claim(tabsOf('other'), null, [copy('other', '2'), copy('gone', '1')])).toEqual(['gone', ['gone']]);
  });
});
