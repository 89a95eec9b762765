import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DrawingPage, FlowCard, KeptPoint, Problem, PublishedPage, VersionCard } from '../../packages/server/src/contract.ts';
import { client, refusal, request, serve, well, type Client } from './harness.ts';

type Server = Awaited<ReturnType<typeof serve>>;
let server: Server;
let li: Client;
let fang: Client;
beforeAll(async () => {
  server = await serve();
  [li, fang] = [await server.as('li-min'), await server.as('wu-fang')];
});

const SEAL = readFileSync('processes/06-seal-use.bpmn', 'utf8');
const marked = (mark: string): string => SEAL.replace('<bpmn:documentation>', `<bpmn:documentation>${mark} `);
const DRAWING = '/api/flows/seal-use/drawing';
const hold = 'tab-of-li-min';

/** Sends bytes as they are, the way a browser sends what it gzipped. */
const send = (path: string, body: Uint8Array<ArrayBuffer>, { method = 'PUT', cookie = li.cookie } = {}): Promise<Response> =>
  fetch(server.address + path, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body,
  });
const gzipped = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(JSON.stringify(value)));
const page = async (): Promise<DrawingPage> => well(await li.get(`${DRAWING}?hold=${hold}`)).body as DrawingPage;
const save = async (xml: string) => li.put(DRAWING, { hold, revision: (await page()).revision, xml });
const publish = async (more: object = {}) => {
  const { revision, latest } = await page();
  return li.post('/api/flows/seal-use/publish', {
    request: request(),
    hold,
    revision,
    latest,
    note: '增加复核',
    effectiveFrom: null,
    ...more,
  });
};

describe('a drawing over HTTP', () => {
  test('given a flow, when it is drawn on, kept, published and read again, then every page tells so', async () => {
    well(await li.post(`${DRAWING}/hold`, { hold, takeOver: false }));
    const first = await send(DRAWING, gzipped({ hold, revision: 0, xml: marked('一') }));
    expect([first.status, await first.json()]).toEqual([200, { revision: expect.any(Number), savedAt: expect.any(String) }]);
    const kept = well(await li.post(`${DRAWING}/keep`, { hold, words: '<b>会前</b>' })).body as KeptPoint;
    expect(kept.words.zh).toBe('<b>会前</b>');
    well(await save(marked('二')));
    expect(await page()).toMatchObject({ xml: marked('二'), latest: 1, draft: { base: 1 }, holder: { here: true } });
    expect((well(await li.get(`${DRAWING}/kept/${kept.point}`)).body as { readonly xml: string }).xml).toBe(marked('一'));
    const shelf = well(await li.get('/api/flows')).body as readonly FlowCard[];
    expect(shelf.find((card) => card.key === 'seal-use')?.draft).toMatchObject({ holder: { id: 'li-min' } });
    const published = well(await publish()).body as PublishedPage;
    expect(published.version).toBe(2);
    const versions = well(await fang.get('/api/flows/seal-use/versions')).body as readonly VersionCard[];
    expect(versions.map((one) => [one.version, one.state])).toEqual([
      [2, 'inForce'],
      [1, 'past'],
    ]);
    expect((well(await fang.get('/api/flows/seal-use/versions/1')).body as { readonly xml: string }).xml).toBe(SEAL);
    for (const wrong of ['0', '3', '-1', '1.5', '1e0', 'x', '%2e%2e'])
      expect([wrong, (await fang.get(`/api/flows/seal-use/versions/${wrong}`)).status]).toEqual([wrong, 404]);
    for (const wrong of ['x', '1', '9999999999', '..%2f..']) expect((await li.get(`${DRAWING}/kept/${wrong}`)).status).toBe(404);
  });

  test('given a version that is planned, when it is called off, then the versions say so; what is in force, and no number at all, is refused', async () => {
    const at = '/api/flows/seal-use/versions';
    well(await save(marked('计划')));
    const { version } = well(await publish({ effectiveFrom: '2026-12-01T09:00:00+08:00' })).body as PublishedPage;
    const called = well(await li.post(`${at}/${version}/call-off`, {})).body as readonly VersionCard[];
    expect(called[0]).toMatchObject({ version, state: 'calledOff' });
    expect(well(await li.get(at)).body).toEqual(called);
    expect((await fang.get(`${at}/${version}`)).status).toBe(404);
    const inForce = refusal(await li.post(`${at}/${called.find((one) => one.state === 'inForce')?.version}/call-off`, {}));
    expect([inForce.status, inForce.code]).toEqual([409, 'illegalMove']);
    for (const wrong of ['0', '99', '-1', '1.5', '1e0', 'x', '%2e%2e'])
      expect((await li.post(`${at}/${wrong}/call-off`, {})).status).toBe(404);
    expect(refusal(await li.post(`${at}/${version}/call-off`, { force: true })).fields?.map((one) => one.field)).toEqual(['force']);
  });

  test('given a new flow, when it is begun and drawn, then only process owners find it', async () => {
    const { flow } = well(await li.post('/api/flows/new', { request: request(), name: '复印机报修' })).body as { readonly flow: string };
    expect((well(await li.get(`/api/flows/${flow}/drawing`)).body as DrawingPage).latest).toBe(0);
    expect((well(await fang.get('/api/flows')).body as readonly FlowCard[]).map((card) => card.key)).not.toContain(flow);
    expect((await fang.get(`/api/flows/${flow}`)).status).toBe(404);
  });

  test('given somebody who owns no processes, when they ask anything of a drawing, then the answer is that of an unknown flow, byte for byte', async () => {
    const asks: readonly ((who: Client, flow: string) => ReturnType<Client['get']>)[] = [
      (who, flow) => who.get(`/api/flows/${flow}/drawing`),
      (who, flow) => who.put(`/api/flows/${flow}/drawing`, { hold, revision: 0, xml: SEAL }),
      (who, flow) => who.post(`/api/flows/${flow}/drawing/hold`, { hold, takeOver: true }),
      (who, flow) => who.post(`/api/flows/${flow}/drawing/release`, { hold }),
      (who, flow) => who.post(`/api/flows/${flow}/drawing/discard`, { hold }),
      (who, flow) => who.post(`/api/flows/${flow}/drawing/keep`, { hold, words: '看看' }),
      (who, flow) => who.get(`/api/flows/${flow}/drawing/kept`),
      (who, flow) => who.post(`/api/flows/${flow}/versions/1/call-off`, {}),
      (who, flow) => who.get(`/api/flows/${flow}/drawing/kept/0000000001`),
      (who, flow) =>
        who.post(`/api/flows/${flow}/publish`, { request: 'one', hold, revision: 2, latest: 1, note: '看看', effectiveFrom: null }),
    ];
    const told = await Promise.all(
      asks.flatMap((ask) => [ask(fang, 'seal-use'), ask(fang, 'no-such-flow'), ask(li, 'no-such-flow'), ask(li, '04%2fx')]),
    );
    expect(new Set(told.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(told[0]?.status).toBe(404);
    const begin = await fang.post('/api/flows/new', { request: request(), name: '复印机报修' });
    expect(`${begin.status} ${begin.text}`).toBe(`${told[0]?.status} ${told[0]?.text}`);
    const nobody = client(server.address, '');
    expect((await nobody.put(DRAWING, { hold, revision: 0, xml: SEAL })).status).toBe(401);
  });
});

/** So many flow elements. */
const elements = (count: number): string =>
  SEAL.replace('</bpmn:process>', `${Array.from({ length: count }, (_, n) => `<bpmn:task id="more_${n}" />`).join('')}</bpmn:process>`);
const nested = (depth: number): string =>
  SEAL.replace(
    '</bpmn:process>',
    `${Array.from({ length: depth }, (_, n) => `<bpmn:subProcess id="in_${n}">`).join('')}${'</bpmn:subProcess>'.repeat(depth)}</bpmn:process>`,
  );
const BAD: readonly { readonly what: string; readonly xml: string; readonly status: number; readonly says: RegExp }[] = [
  { what: 'XML that breaks off', xml: SEAL.slice(0, 5000), status: 422, says: /BPMN 2\.0/ },
  { what: 'XML whose tags do not fit', xml: SEAL.replace('</bpmn:process>', '</bpmn:prozess>'), status: 422, says: /BPMN 2\.0/ },
  {
    what: 'a DOCTYPE',
    xml: SEAL.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    status: 422,
    says: /DOCTYPE/,
  },
  { what: '3 MB', xml: SEAL.replace('?>', `?><!--${'x'.repeat(3_000_000)}-->`), status: 413, says: /2 MB/ },
  {
    what: '2 MB of Chinese, which is more in bytes',
    xml: SEAL.replace('?>', `?><!--${'字'.repeat(700_000)}-->`),
    status: 413,
    says: /2 MB/,
  },
  { what: '8 MB', xml: SEAL.replace('?>', `?><!--${'x'.repeat(8_000_000)}-->`), status: 413, says: /2 MB/ },
  { what: '3,001 elements', xml: elements(3001), status: 422, says: /3000/ },
  { what: '3,001 elements and a fault', xml: elements(3001).replace('targetRef="', 'targetRef="gone_'), status: 422, says: /3000/ },
  { what: 'XML 65 deep', xml: nested(63), status: 422, says: /64/ },
  { what: 'XML that is no BPMN', xml: '<html><body>hello</body></html>', status: 422, says: /BPMN 2\.0/ },
  { what: 'a null byte in a name', xml: SEAL.replace('印章', '印\u0000章'), status: 422, says: /U\+0000/ },
  { what: 'half a character in a name', xml: SEAL.replace('印章', '印\ud800章'), status: 422, says: /U\+D800/ },
  { what: 'no XML', xml: '{"a":1}', status: 422, says: /BPMN 2\.0/ },
  { what: 'nothing', xml: '', status: 400, says: /1/ },
  {
    what: 'two elements of one id',
    xml: SEAL.replace('</bpmn:process>', '<bpmn:task id="fill" /></bpmn:process>'),
    status: 422,
    says: /BPMN 2\.0/,
  },
];

describe('what may not be saved', () => {
  for (const { what, xml, status, says } of BAD)
    test(`given ${what}, when it is saved or a flow begun with it, then it is refused with what was expected, and the draft stays`, async () => {
      well(await save(marked('好')));
      const before = await page();
      for (const answer of [await save(xml), await li.post('/api/flows/new', { request: request(), name: '上传', xml })]) {
        const problem = refusal(answer);
        expect([problem.status, problem.expected.zh]).toEqual([status, expect.stringMatching(says)]);
        expect(answer.text.length).toBeLessThan(2000);
      }
      expect(await page()).toEqual(before);
    });

  test('given a few kilobytes that unpack to 200 MB, when they are sent, then they are refused before they are whole', async () => {
    const before = await page();
    const bomb = new Uint8Array(gzipSync(`{"hold":"${hold}","revision":0,"xml":"${'x'.repeat(200_000_000)}"}`));
    expect(bomb.length).toBeLessThan(300_000);
    const answer = await send(DRAWING, bomb);
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([413, 'fileTooLarge']);
    const broken = await send(DRAWING, new Uint8Array([1, 2, 3]));
    expect([broken.status, ((await broken.json()) as Problem).code]).toEqual([400, 'invalidInput']);
    expect(await page()).toEqual(before);
  });

  test('given a body that large for any other request, when it is sent, then a megabyte is the most', async () => {
    const answer = await li.post(`${DRAWING}/keep`, { hold, words: 'x'.repeat(1_500_000) });
    expect([answer.status, refusal(answer).expected.en]).toEqual([413, 'A request may hold at most 1 MB']);
  });

  test('given fields of a wrong kind or too many, when they are sent, then each is named', async () => {
    const wrong = async (body: object) => refusal(await li.put(DRAWING, body)).fields?.map((one) => one.field);
    expect(await wrong({ hold, revision: -1, xml: SEAL })).toEqual(['revision']);
    expect(await wrong({ hold: 'short', revision: 0, xml: SEAL })).toEqual(['hold']);
    expect(await wrong({ hold, revision: 0, xml: SEAL, force: true })).toEqual(['force']);
    const tomorrow = refusal(await publish({ effectiveFrom: 'tomorrow' }));
    expect(tomorrow.fields).toEqual([
      expect.objectContaining({ field: 'effectiveFrom', expected: expect.objectContaining({ zh: expect.stringContaining('日期和时间') }) }),
    ]);
    expect(refusal(await publish({ effectiveFrom: '2026-11-01T00:00:00Z' })).culprit).toBe('effectiveFrom');
  });
});

describe('what may be saved and not published', () => {
  const FAULTY: readonly { readonly what: string; readonly xml: string; readonly element: string }[] = [
    {
      what: 'a diagram without a start',
      xml: SEAL.replace(/<bpmn:startEvent id="start"[\s\S]*?<\/bpmn:startEvent>/, '')
        .replace(/<bpmn:flowNodeRef>start<\/bpmn:flowNodeRef>/, '')
        .replace(/<bpmn:sequenceFlow id="start_to_kind"[^>]*\/>|<bpmn:sequenceFlow id="start_to_kind"[\s\S]*?<\/bpmn:sequenceFlow>/, '')
        .replace('<bpmn:incoming>start_to_kind</bpmn:incoming>', ''),
      element: 'seal-use',
    },
    { what: 'an arrow to what is not there', xml: SEAL.replace(/targetRef="fill"/, 'targetRef="gone"'), element: 'kind_to_fill' },
    {
      what: 'a gateway without a way on',
      xml: SEAL.replace('</bpmn:process>', '<bpmn:exclusiveGateway id="nowhere" /></bpmn:process>'),
      element: 'nowhere',
    },
  ];
  for (const { what, xml, element } of FAULTY)
    test(`given ${what}, when it is saved and published, then it is kept, and refused by name`, async () => {
      well(await save(xml));
      expect((await page()).xml).toBe(xml);
      const problem = refusal(await publish());
      expect([problem.status, problem.code]).toEqual([422, 'invalidDiagram']);
      expect([problem.culprit, ...(problem.fields ?? []).map((one) => one.field)]).toContain(element);
      expect((await page()).xml).toBe(xml);
    });

  test('given a tab that draws, when another tab uploads a file or publishes, then it hears who draws, and nothing is lost', async () => {
    well(await save(marked('先')));
    const before = await page();
    const other = { hold: 'another-tab', revision: before.revision };
    const upload = refusal(await li.put(DRAWING, { ...other, xml: marked('后') }));
    expect([upload.status, upload.code, upload.by?.name]).toEqual([409, 'takenByAnother', '李敏']);
    const published = refusal(await publish(other));
    expect([published.status, published.code]).toEqual([409, 'takenByAnother']);
    expect(await page()).toEqual(before);
  });

  test('given a draft that went on, when the older one is published, then it is refused with who and when', async () => {
    const { revision } = well(await save(marked('先'))).body as { readonly revision: number };
    well(await save(marked('后')));
    const problem = refusal(await publish({ revision }));
    expect([problem.status, problem.code, problem.by]).toEqual([
      409,
      'changedMeanwhile',
      { name: '李敏', at: expect.stringMatching(/^2026-11-24T/) },
    ]);
  });
});
