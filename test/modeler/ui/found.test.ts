import { describe, expect, test } from '@jest/globals';
import { foundIn, type Places } from '../../../packages/modeler/src/ui/found.ts';
import { caseCard, flowCard } from '../board/samples.ts';

const places: Places = {
  cases: [],
  flows: [
    flowCard('incoming-document', { name: { zh: '电子公文处理·收文', en: 'Electronic documents, incoming' } }),
    flowCard('seal-use', { name: { zh: '印章使用', en: 'Use of the seal' }, startable: false }),
  ],
  people: [
    { id: 'zhang-wei', name: { zh: '张伟', en: 'Zhang Wei' }, unit: { zh: '办公室', en: 'Office' }, posts: [{ zh: '办公室主任' }] },
    { id: 'lin-xia', name: { zh: '林霞', en: 'Lin Xia' }, unit: { zh: '办公室', en: 'Office' }, posts: [{ zh: '用印人员' }] },
  ],
  commands: [
    { to: '/todo', word: 'todo', text: '待办' },
    { to: '!theme', word: 'otherTheme', text: '切换深浅色' },
  ],
};
const to = (typed: string, cases: Places['cases'] = []): readonly string[] => foundIn({ ...places, cases }, typed).map((one) => one.to);

describe('Ctrl K finds', () => {
  test('with nothing typed the commands and what may be started', () => {
    expect(to('')).toEqual(['/todo', '!theme', '/start/incoming-document']);
  });

  test('收文 by sw: to start it, and to look at it', () => {
    expect(to('sw')).toEqual(['/start/incoming-document', '/flows/incoming-document']);
  });

  test('a flow that may not be started only to look at', () => {
    expect(to('yzsy')).toEqual(['/flows/seal-use']);
  });

  test('a person by initials, name, post or unit, leading to what they have on their desk', () => {
    expect([to('zw'), to('Lin Xia'), to('用印人员')]).toEqual([
      ['/cases?with=zhang-wei'],
      ['/cases?with=lin-xia'],
      ['/cases?with=lin-xia'],
    ]);
  });

  test('a command by its beginning, in characters or initials', () => {
    expect([to('待'), to('db'), to('qh')]).toEqual([['/todo'], ['/todo'], ['!theme']]);
  });

  test('the cases that the server found, after the flows', () => {
    expect(to('收文', [caseCard('c1', 'incoming-document', '关于收文的通知')])).toEqual([
      '/start/incoming-document',
      '/flows/incoming-document',
      '/cases/c1',
    ]);
  });

  test('not more than eight cases', () => {
    const cases = Array.from({ length: 20 }, (_, index) => caseCard(`c${index}`, 'seal-use'));
    expect(to('zzz', cases)).toHaveLength(8);
  });
});
