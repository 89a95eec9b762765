import { expect, test } from '@jest/globals';
import { judged, plainFile, plainProcess, some } from './judging.ts';

const waits = plainProcess(
  'p',
  `${some('startEvent', 's')}<receiveTask id="r" name="等待回函" messageRef="msg"/>${some('endEvent', 'e')}`,
  's > r > e',
);
const said = async (xml: string) => {
  const [first] = await judged(xml);
  return first?.findings.find(({ property }) => property === 'mayWaitForever')?.message;
};

test('who is waited for is told by name: another flow of the file that may not send, a partner that is only a box, or somebody outside', async () => {
  const other = plainProcess(
    'q',
    `${some('startEvent', 'qs')}${some('exclusiveGateway', 'qx', 'qm')}<sendTask id="qt" messageRef="msg"/>${some('endEvent', 'qe')}`,
    'qs > qx > qt > qm > qe',
    'qx > qm',
  ).replace('id="q"', 'id="q" name="复函"');
  const flow = await said(plainFile(waits, other));
  expect(flow?.zh).toContain('“等待回函”要等流程“复函”来消息，而对方不一定会发');
  expect(flow?.en).toContain('a message of the flow “复函”, which need not send it');
  const box =
    '<collaboration id="c"><participant id="mine" name="本局" processRef="p"/><participant id="box" name="协作单位"/><messageFlow id="m" sourceRef="box" targetRef="r"/></collaboration>';
  expect((await said(plainFile(box, waits)))?.zh).toContain('要等“协作单位”来消息');
  expect((await said(plainFile(waits)))?.zh).toContain('要等外面来消息');
});
