import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sayKept } from '../../../../packages/modeler/src/studio/drawing/sync/sayKept.ts';
import { Browser, openTab, pass, Server, type Tab } from './desk.ts';

let server: Server;
let browser: Browser;
let tab: Tab;
const said = (of: Tab = tab): string => sayKept(of.keeper.kept()).word;

beforeEach(async () => {
  jest.useFakeTimers({ now: new Date('2026-11-24T02:00:00Z') });
  server = new Server();
  browser = new Browser();
  tab = await openTab(server, browser, 'a');
});

afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

describe('What is drawn', () => {
  test('is in this browser within 300 ms of the command, and on the server within eight seconds', async () => {
    expect(said()).toBe('keptUntouched');
    tab.draw('one');
    await pass(300);
    expect(browser.copies.get('a')).toMatchObject({ xml: 'one', unsent: true });
    expect([server.saves, said()]).toEqual([[], 'keptSaving']);
    await pass(7700);
    expect([server.saves, said()]).toEqual([['one'], 'keptSaved']);
    expect(browser.copies.get('a')).toMatchObject({ unsent: false, revision: 3, onItsWay: [] });
  });

  test('goes to the server as one whole each eight seconds at most, however many commands there are', async () => {
    for (let step = 0; step < 100; step += 1) {
      tab.draw(`step ${step}`);
      await pass(300);
    }
    expect(server.saves.length).toBeLessThanOrEqual(4);
    await pass(8000);
    expect(server.draft?.xml).toBe('step 99');
  });

  test('is not sent again where it is what the server has already: what was done and undone costs nothing', async () => {
    tab.draw('one');
    await pass(8000);
    tab.draw('two');
    await pass(300);
    tab.draw('one');
    await pass(60_000);
    expect([server.saves, said(), browser.copies.get('a')?.unsent]).toEqual([['one'], 'keptSaved', false]);
    tab.draw('two');
    await pass(8000);
    expect(server.saves).toEqual(['one', 'two']);
  });

  test('is sent although it was sent before, where its answer was lost', async () => {
    server.reached = false;
    tab.draw('one');
    await pass(8000);
    server.reached = true;
    await pass(8000);
    expect(server.draft?.xml).toBe('one');
  });

  test('goes out at once when the window loses the focus', async () => {
    tab.draw('one');
    await tab.keeper.send();
    expect(server.saves).toEqual(['one']);
  });

  test('is saved at a time that the server’s clock says, whatever this machine’s does', async () => {
    tab.draw('one');
    await pass(9000);
    expect(sayKept(tab.keeper.kept()).at).toBe('2026-11-24T01:00:08.000Z');
  });

  test('is told to be nowhere when neither browser nor server can keep it', async () => {
    browser.full = true;
    server.reached = false;
    tab.draw('one');
    await pass(9000);
    expect(said()).toBe('keptNowhere');
    server.reached = true;
    await pass(9000);
    expect([server.draft?.xml, said()]).toEqual(['one', 'keptSaved']);
  });

  test('is kept on the server when the page goes to another room, which then lets others draw', async () => {
    tab.draw('one');
    await tab.keeper.close();
    expect([server.draft?.xml, server.holder, browser.copies.size]).toEqual(['one', null, 0]);
  });

  test('goes out with the page itself, and whether or not something is left to send, the drawing is let go of', async () => {
    tab.draw('one');
    await pass(300);
    tab.keeper.leave();
    expect([server.draft?.xml, server.holder?.hold]).toEqual(['one', undefined]);
    const other = await openTab(server, new Browser(), 'a');
    other.keeper.leave();
    expect(server.holder).toBeNull();
  });
});

describe('A drawing that another takes over', () => {
  test('is known to be lost as soon as there is news of it, with the last command kept here', async () => {
    tab.draw('one');
    await server.asked('z', 'zhang-wei').hold(true);
    await tab.keeper.look();
    expect([tab.keeper.kept().line, browser.copies.get('a')?.xml]).toEqual([
      { state: 'lost', by: expect.objectContaining({ person: { id: 'zhang-wei', name: { zh: 'zhang-wei' } } }) },
      'one',
    ]);
  });
});

describe('A network that is cut', () => {
  test('leaves everything in this browser, says so, and is made up for when it is back', async () => {
    server.reached = false;
    tab.draw('one');
    await pass(9000);
    expect([said(), browser.copies.get('a')?.xml]).toEqual(['keptOffline', 'one']);
    tab.draw('two');
    await pass(60_000);
    expect([said(), browser.copies.get('a')?.xml]).toEqual(['keptOffline', 'two']);
    server.reached = true;
    await pass(9000);
    expect([said(), server.saves]).toEqual(['keptSaved', ['two']]);
  });

  test('while the page is left leaves the copy to be taken up again', async () => {
    server.reached = false;
    tab.draw('one');
    await tab.keeper.close();
    expect(browser.copies.get('a')).toMatchObject({ xml: 'one', unsent: true });
  });

  test('is noticed while nothing is drawn, and so is its end', async () => {
    server.reached = false;
    await pass(5000);
    expect(said()).toBe('keptOfflineWhole');
    server.reached = true;
    await pass(5000);
    expect(said()).toBe('keptUntouched');
  });

  test('that loses the answer of a save makes no conflict of one’s own work', async () => {
    tab.draw('one');
    server.loseAnswer = true;
    await pass(8100);
    tab.draw('two');
    await pass(12_000);
    expect([server.saves, said(), tab.keeper.revision()]).toEqual([['one', 'two'], 'keptSaved', 6]);
  });

  test('for so long that the server let go of the drawing is no loss where nobody else drew', async () => {
    tab.draw('one');
    await pass(8100);
    server.holder = null;
    tab.draw('two');
    await pass(12_000);
    expect([server.saves, said(), server.holder]).toEqual([['one', 'two'], 'keptSaved', { hold: 'a', person: 'li-min' }]);
  });
});

describe('A server that says no', () => {
  test('is told with its reason, while everything stays in this browser', async () => {
    server.refuses = { status: 413, code: 'fileTooLarge' };
    tab.draw('one');
    await pass(8100);
    expect(tab.keeper.kept().line).toEqual({ state: 'refused', why: { zh: 'fileTooLarge', en: 'fileTooLarge' } });
    expect([said(), browser.copies.get('a')?.xml]).toEqual(['keptRefused', 'one']);
    server.refuses = null;
    await pass(9000);
    expect([said(), server.draft?.xml]).toEqual(['keptSaved', 'one']);
  });
});

describe('Somebody else who takes over', () => {
  test('is known within five seconds, and the last second stays in this browser', async () => {
    tab.draw('one');
    await pass(9000);
    tab.draw('two');
    await server.asked('b', 'wang-wu').hold(true);
    await pass(5000);
    expect(tab.keeper.kept().line).toMatchObject({ state: 'lost', by: { person: { id: 'wang-wu' } } });
    expect(browser.copies.get('a')).toMatchObject({ xml: 'two', unsent: true });
    expect(server.draft?.xml).toBe('one');
  });

  test('is known after the very last command was kept, too, however shortly before it was done', async () => {
    await server.asked('b', 'wang-wu').hold(true);
    await pass(3950);
    tab.draw('the last moment');
    await pass(60);
    expect(tab.keeper.kept().line.state).toBe('lost');
    expect(browser.copies.get('a')?.xml).toBe('the last moment');
  });

  test('keeps the tab that lost the drawing from ever saving again, or letting go of what is another’s', async () => {
    await server.asked('b', 'wang-wu').hold(true);
    await pass(5000);
    tab.draw('late');
    await pass(20_000);
    await tab.keeper.close();
    expect([server.saves, server.holder?.hold]).toEqual([[], 'b']);
  });

  test('finds what the first kept as it was, and the first finds their copy aside, since the draft went on', async () => {
    tab.draw('mine');
    await pass(300);
    const theirs = server.asked('b', 'wang-wu');
    await theirs.hold(true);
    await theirs.save({ revision: 0, xml: 'theirs' });
    theirs.release();
    await pass(9000);
    expect(tab.keeper.kept().line).toMatchObject({ state: 'lost', by: null });
    const again = await openTab(server, browser, 'c');
    expect([again.plan.xml, again.plan.taken, again.plan.aside.map((copy) => copy.xml)]).toEqual(['theirs', null, ['mine']]);
    expect(browser.copies.get('a')?.xml).toBe('mine');
  });
});

describe('A browser that is killed', () => {
  test('goes on with every command but the last second’s, though the server never had them', async () => {
    tab.draw('one');
    await pass(300);
    tab.kill();
    const again = await openTab(server, browser, 'a');
    expect([again.plan.xml, again.plan.taken?.xml]).toEqual(['one', 'one']);
    await pass(9000);
    expect([server.draft?.xml, said(again)]).toEqual(['one', 'keptSaved']);
  });

  test('while a save was on its way goes on from there, whether it arrived or not', async () => {
    for (const arrives of [true, false]) {
      [server, browser] = [new Server(), new Browser()];
      tab = await openTab(server, browser, 'a');
      tab.draw('one');
      server.loseAnswer = arrives;
      server.reached = arrives;
      await pass(8100);
      tab.draw('two');
      await pass(300);
      tab.kill();
      server.reached = true;
      const again = await openTab(server, browser, 'a');
      expect(again.plan.xml).toBe('two');
      await pass(9000);
      expect([server.draft?.xml, said(again)]).toEqual(['two', 'keptSaved']);
      again.kill();
    }
  });

  test('after a new version was published takes nothing up silently', async () => {
    tab.draw('old');
    await pass(300);
    tab.kill();
    Object.assign(server, { latest: 2, published: 'v2' });
    const again = await openTab(server, browser, 'a');
    expect([again.plan.xml, again.plan.aside.map((copy) => copy.xml)]).toEqual(['v2', ['old']]);
  });
});
