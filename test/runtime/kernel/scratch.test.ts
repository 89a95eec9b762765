import { test } from '@jest/globals';
import { storyOn } from './drawing.ts';

const show = (name: string, ...x: unknown[]) => process.stdout.write(`## ${name} ${x.map((y) => JSON.stringify(y)).join(' ')}\n`);

test('q link entry', async () => {
  const story = await storyOn(`
    user a
    throw t {link}
    a > t
    catch c {link}
    user b
    c > b`);
  story.start({}, 'a');
  show('q', story.open);
});

test('a terminate', async () => {
  const MI = '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
  const story = await storyOn(`
    start s
    <subProcess id="sub">${MI}
    user a
    user b
    end t {terminate}
    a > t
    </subProcess>
    user c
    s > sub > c`);
  story.start();
  show('a', story.open);
  story.complete('a');
  show('a', story.open);
  story.complete('a');
  show('a', story.open, story.ended);
});

test('inclusive with boundary + event sub', async () => {
  const story = await storyOn(`
    start s
    <inclusiveGateway id="split" />
    <inclusiveGateway id="join" />
    <subProcess id="sub">
      user a
      end e {escalation}
      a > e
    </subProcess>
    beside sub more {escalation}
    user extra
    more > extra
    user b
    user after
    s > split > sub > join > after
    split > b > join
    extra > join`);
  story.start();
  show('i1', story.open);
  story.complete('b');
  show('i2', story.open);
  story.complete('a');
  show('i3', story.open);
  story.complete('extra');
  show('i4', story.open);
});

test('event sub escalation non-int inside transaction twice & interrupting error in call', async () => {
  const story = await storyOn(`
    start s
    <callActivity id="host" calledElement="q" />
    on host err {error}
    user failed
    err > failed
    user after
    s > host > after`, `<process id="q" isExecutable="true"><startEvent id="go" /><userTask id="w"/><endEvent id="t1"><errorEventDefinition errorRef="err"/></endEvent>
    <sequenceFlow id="f1" sourceRef="go" targetRef="w"/><sequenceFlow id="f2" sourceRef="w" targetRef="t1"/>
    <subProcess id="es" triggeredByEvent="true"><startEvent id="es1"><errorEventDefinition errorRef="err"/></startEvent><userTask id="handle"/><endEvent id="again"><errorEventDefinition errorRef="err"/></endEvent><sequenceFlow id="f3" sourceRef="es1" targetRef="handle"/><sequenceFlow id="f4" sourceRef="handle" targetRef="again"/></subProcess></process>`);
  story.start().complete('w');
  show('c1', story.open);
  story.complete('handle');
  show('c2', story.open);
});

test('loop testBefore false', async () => {
  const story = await storyOn(`
    start s
    <subProcess id="a"><standardLoopCharacteristics testBefore="true"><loopCondition>false</loopCondition></standardLoopCharacteristics>
    user x
    </subProcess>
    user b
    s > a > b`);
  story.start();
  show('l', story.open);
});

test('compensation waits false + event', async () => {
  const story = await storyOn(`
    start s
    user a
    undo a by ua
    user b
    undo b by ub
    <intermediateThrowEvent id="t"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent>
    user c
    s > a > b > t > c`);
  story.start().complete('a').complete('b');
  show('k', story.open);
  story.complete('ub');
  show('k', story.open);
  story.complete('c');
  show('k', story.open, story.ended);
  story.complete('ua');
  show('k', story.open, story.ended);
});
test('compensate running activity does nothing', async () => {
  const story = await storyOn(`
    start s
    and g
    user a
    undo a by ua
    <intermediateThrowEvent id="t"><compensateEventDefinition activityRef="a"/></intermediateThrowEvent>
    user c
    s > g > a
    g > t > c`);
  story.start();
  show('n', story.open);
});
test('terminate in event sub non interrupting', async () => {
  const story = await storyOn(`
    start s
    user a
    s > a
    <subProcess id="es" triggeredByEvent="true">
    start r (isInterrupting="false") {signal}
    and f
    user x
    user y
    end t {terminate}
    r > f > x
    f > y > t
    </subProcess>`);
  story.start().act({kind:'signal', name:'bell', payload:{}});
  show('te', story.open);
  story.complete('y');
  show('te', story.open);
});
