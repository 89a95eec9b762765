import { expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Json } from '../../../packages/runtime/src/words/json.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';

const incoming = (files: Json) => ({ title: '来文', fromUnit: '市局', copies: 1, urgency: 'normal', receivedOn: '2026-11-24', files });

test('given a file of one case, when it is put into another case, then that has a copy of its own, and those of each case have theirs', async () => {
  const { office, start, does, upload } = await demoOffice();
  const file = (await upload('wu-fang')) as readonly { readonly id: string }[];
  const first = id<'file'>(file[0]?.id ?? '');
  await start('wu-fang', 'incoming-document', incoming(file));
  await does('wu-fang', 'in_register', { outcome: 'none' });
  const { case: second } = await start('zheng-li', 'incoming-document', incoming(file));
  const copy = yes(await office.case(person('zheng-li'), id(second))).files[0];
  expect(copy).toMatchObject({ name: '来文.pdf', mediaType: 'application/pdf', size: 8 });
  expect(copy?.id).not.toBe(first);
  expect(yes(await office.file(person('li-min'), first)).about.name).toBe('来文.pdf');
  expect(refusal(await office.file(person('li-min'), id(copy?.id ?? ''))).code).toBe('notFound');
  const pieces: string[] = [];
  for await (const piece of yes(await office.file(person('qian-feng'), id(copy?.id ?? ''))).content)
    pieces.push(new TextDecoder().decode(piece));
  expect(pieces.join('')).toBe('%PDF-1.7');
});

test('given a file of a case that one may not read, when it is put into a form, then it is refused like one that never was', async () => {
  const { start, taskOf, complete, upload, does, office } = await demoOffice();
  const file = await upload('wu-fang');
  await start('wu-fang', 'incoming-document', incoming(file));
  await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'other', sealName: 'bureau' });
  const fill = { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: file };
  expect(await complete('lu-yao', (await taskOf('lu-yao', 'fill')).id, { values: fill })).toMatchObject({ code: 'wrongType' });
  await does('lu-yao', 'fill', { values: { ...fill, sealFiles: await upload('lu-yao') } });
  expect(yes(await office.tasks(person('lu-yao'), { list: 'todo', limit: 5 })).rows).toEqual([]);
});

test('given a file that stands in a case, when its form is sent again with it, then it stays', async () => {
  const { start, does, upload, taskOf } = await demoOffice();
  const file = await upload('wu-fang');
  await start('wu-fang', 'incoming-document', incoming(file));
  await does('zheng-li', 'in_register', { values: { files: file }, outcome: 'none' });
  expect((await taskOf('li-min', 'in_propose')).title).toBe('来文');
});

test('given more files than a field takes, when they are sent, then the field is named and the store is not asked about each', async () => {
  const { office, store, request } = await demoOffice();
  let asked = 0;
  const { about } = store.files;
  Object.assign(store.files, { about: (file: Parameters<typeof about>[0]) => ((asked += 1), about(file)) });
  const many = Array.from({ length: 5000 }, (_, index) => ({ id: `f${index}`, name: 'x.pdf', size: 1, mediaType: 'application/pdf' }));
  const values = { ...incoming(many), nowhere: many };
  const answer = await office.startCase(person('wu-fang'), { request: request(), flow: 'incoming-document', values });
  expect(answer).toMatchObject({ ok: false, fields: [{ field: 'files' }, { field: 'nowhere' }] });
  expect(asked).toBeLessThanOrEqual(200);
});
