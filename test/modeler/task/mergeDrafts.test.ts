import { describe, expect, test } from '@jest/globals';
import { conflictsOf, isTouched, mergeDrafts } from '../../../packages/modeler/src/task/mergeDrafts.ts';
import { field } from './samples.ts';

const [EARLIER, LATER] = ['2026-11-24T01:00:00.000Z', '2026-11-24T02:00:00.000Z'];
const here = (savedAt: string, values: { readonly [field: string]: string }) => ({ values, based: {}, ticked: ['check-0'], savedAt });

describe('A draft that this browser and the server both keep', () => {
  test('is what was typed last, field by field, and loses nothing that only one of them has', () => {
    const merged = mergeDrafts(
      here(LATER, { proposal: '由征管科主办', note: '本机' }),
      { values: { proposal: '由税政科主办', title: '服务器' }, savedAt: EARLIER },
      {},
    );
    expect(merged.values).toEqual({ proposal: '由征管科主办', note: '本机', title: '服务器' });
    expect(merged.savedAt).toBe(LATER);
  });

  test('is the server’s where another machine wrote later', () => {
    const merged = mergeDrafts(here(EARLIER, { proposal: '旧', note: '本机' }), { values: { proposal: '新' }, savedAt: LATER }, {});
    expect(merged.values).toEqual({ proposal: '新', note: '本机' });
    expect(merged.savedAt).toBe(LATER);
  });

  test('keeps what was cleared cleared', () => {
    const merged = mergeDrafts(
      { values: { proposal: null }, based: {}, ticked: [], savedAt: LATER },
      { values: { proposal: '已删的' }, savedAt: EARLIER },
      { proposal: '原来的' },
    );
    expect(merged.values).toEqual({ proposal: null });
  });

  test('begins empty where neither has one', () => {
    expect(mergeDrafts(undefined, null, { title: '通知' })).toEqual({ values: {}, based: { title: '通知' }, ticked: [], savedAt: null });
  });

  test('remembers what stood in a field when its typing began, and the ticks', () => {
    const merged = mergeDrafts({ ...here(EARLIER, { title: '我的' }), based: { title: '当时的' } }, null, { title: '现在的', copies: 2 });
    expect(merged.based).toEqual({ title: '当时的', copies: 2 });
    expect(merged.ticked).toEqual(['check-0']);
  });
});

describe('A field that somebody else changed while I was typing', () => {
  const draft = (mine: string) => ({ values: { title: mine }, based: { title: '原来的' }, ticked: [], savedAt: LATER });

  test('is a conflict that shows both', () => {
    const fields = [field('title', '他人的')];
    expect(conflictsOf(draft('我的'), fields)).toEqual([{ field: fields[0], mine: '我的', theirs: '他人的' }]);
  });

  test('is none where nobody changed it', () => {
    expect(conflictsOf(draft('我的'), [field('title', '原来的')])).toEqual([]);
  });

  test('is none where both wrote the same', () => {
    expect(conflictsOf(draft('他人的'), [field('title', '他人的')])).toEqual([]);
  });

  test('is none where it can only be read, or where I typed nothing', () => {
    expect(conflictsOf(draft('我的'), [field('title', '他人的', { access: 'read' })])).toEqual([]);
    expect(conflictsOf({ ...draft('我的'), values: {} }, [field('title', '他人的')])).toEqual([]);
  });

  test('is compared by what it holds, not by the order of its keys', () => {
    const file = { id: 'a', name: '来文.pdf' };
    const files = { values: { files: [file] }, based: { files: [] }, ticked: [], savedAt: LATER };
    expect(conflictsOf(files, [field('files', [{ name: '来文.pdf', id: 'a' }])])).toEqual([]);
  });
});

describe('A form is touched', () => {
  const typed = (title: string | null) => ({ values: { title }, based: {}, ticked: [], savedAt: LATER });

  test('when something other than its value was typed', () => {
    expect(isTouched(typed('新'), [field('title', '旧')])).toBe(true);
  });

  test('but not by typing what stood there, nor by emptying what was empty', () => {
    expect(isTouched(typed('旧'), [field('title', '旧')])).toBe(false);
    expect(isTouched(typed(''), [field('title', null)])).toBe(false);
  });
});
