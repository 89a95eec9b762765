import { describe, expect, test } from '@jest/globals';
import { refusal, serve } from './harness.ts';

const LIKED = {
  views: [
    { name: '今天到期的收文', query: { arrange: 'urgency', flow: 'incoming-document', due: 'today' } },
    { name: '税政科', query: { arrange: 'post', text: '税政' } },
  ],
  startView: '税政科',
  language: 'en',
  theme: 'dark',
};

describe('Personal settings', () => {
  test('given none, when they are kept, then they are there for that person on every machine, after a restart too, and for nobody else', async () => {
    const { as, folder, stop } = await serve();
    const hers = await as('wu-fang');
    expect((await hers.get('/api/me/settings')).body).toEqual({ views: [], startView: null });
    const kept = await hers.put('/api/me/settings', LIKED);
    expect(kept.status).toBe(200);
    expect(kept.body).toEqual(LIKED);
    expect((await (await as('zheng-li')).get('/api/me/settings')).body).toEqual({ views: [], startView: null });
    await stop();
    const again = await serve({ folder });
    expect((await (await again.as('wu-fang')).get('/api/me/settings')).body).toEqual(LIKED);
    const changed = { views: [], startView: null, theme: 'system' };
    await (await again.as('wu-fang')).put('/api/me/settings', changed);
    expect((await (await again.as('wu-fang')).get('/api/me/settings')).body).toEqual(changed);
  });

  test('given settings of another shape, when they are kept, then each fault is named by its place and the old ones stand', async () => {
    const { as } = await serve();
    const hers = await as('wu-fang');
    await hers.put('/api/me/settings', LIKED);
    const [view] = LIKED.views;
    const faulty: readonly (readonly [unknown, string, string])[] = [
      [{ ...LIKED, colour: 'red' }, 'colour', 'unknownField'],
      [{ ...LIKED, theme: 'pink' }, 'theme', 'wrongType'],
      [{ views: [] }, 'startView', 'required'],
      [{ ...LIKED, views: [{ ...view, query: { arrange: 'mood' } }] }, 'views.0.query.arrange', 'wrongType'],
      [{ ...LIKED, views: [{ ...view, query: { arrange: 'list', sort: 'name' } }] }, 'views.0.query.sort', 'unknownField'],
      [{ ...LIKED, views: [{ ...view, name: '名'.repeat(41) }] }, 'views.0.name', 'wrongType'],
      [{ ...LIKED, views: [view, view] }, 'views', 'wrongType'],
      [{ ...LIKED, views: Array.from({ length: 21 }, (_, index) => ({ ...view, name: `view ${index}` })) }, 'views', 'wrongType'],
      [[], 'body', 'wrongType'],
    ];
    for (const [settings, field, code] of faulty) {
      const problem = refusal(await hers.put('/api/me/settings', settings));
      expect(problem).toMatchObject({ status: 400, code, fields: [{ field, code }] });
    }
    expect((await hers.get('/api/me/settings')).body).toEqual(LIKED);
  });
});
