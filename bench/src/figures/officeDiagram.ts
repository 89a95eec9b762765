/** Steps of one branch of the office diagram. */
const PER_BRANCH = 19;

const BRANCHES = 3;

/**
 * A flow as an office draws it, with sixty tasks: three branches beside each other of nineteen steps each, every step with a decision that
 * sends back to the one before, every fifth with a time limit that reports; before them a registration, behind them a summing up
 * that may send all of it back. `spoilt`: an exclusive gateway stands where the branches should be joined, as it is drawn by mistake.
 */
export function officeDiagram(spoilt: boolean): string {
  const branches = Array.from({ length: BRANCHES }, (_, branch) => branchOf(branch)).join('\n');
  const join = spoilt ? 'exclusiveGateway' : 'parallelGateway';
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="office" targetNamespace="urn:guicheng:bench">
<process id="office60" name="Office" isExecutable="true">
<extensionElements><gc:starter post="registry"/></extensionElements>
<startEvent id="start" name="Start"/>
${task('register', 'Register', '')}
<parallelGateway id="fork"/>
<${join} id="join"/>
${task('sum', 'Sum up', decision('sum'))}
<exclusiveGateway id="good" default="again"/>
<endEvent id="end" name="End"/>
${flow('first', 'start', 'register')}${flow('on', 'register', 'fork')}${flow('joined', 'join', 'sum')}${flow('summed', 'sum', 'good')}
${flow('done', 'good', 'end', 'sum = "pass"')}${flow('again', 'good', 'register')}
${branches}
</process>
</definitions>`;
}

function branchOf(branch: number): string {
  const steps = Array.from({ length: PER_BRANCH }, (_, index) => {
    const id = `b${branch}_${index}`;
    const before = index === 0 ? 'fork' : `x${branch}_${index - 1}`;
    const back = index === 0 ? id : `b${branch}_${index - 1}`;
    const forward = index === 0 ? flow(`to_${id}`, before, id) : flow(`to_${id}`, before, id, `d_b${branch}_${index - 1} = "pass"`);
    const gateway = `<exclusiveGateway id="x${branch}_${index}" default="back_${id}"/>`;
    const ways = `${flow(`from_${id}`, id, `x${branch}_${index}`)}${flow(`back_${id}`, `x${branch}_${index}`, back)}`;
    return `${task(id, `Step ${branch}.${index}`, decision(`d_${id}`))}${gateway}${forward}${ways}${index % 5 === 0 ? limit(id) : ''}`;
  });
  const last = `${branch}_${PER_BRANCH - 1}`;
  return `${steps.join('\n')}${flow(`last_${branch}`, `x${last}`, 'join', `d_b${last} = "pass"`)}`;
}

const task = (id: string, name: string, inner: string): string =>
  `<userTask id="${id}" name="${name}"><extensionElements><gc:assignment post="registry"/>${inner}</extensionElements></userTask>`;

const decision = (key: string): string =>
  `<gc:decision key="${key}" name="Decision"><gc:option value="pass" name="Pass"/><gc:option value="back" name="Back"/></gc:decision>`;

const flow = (id: string, from: string, to: string, condition?: string): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition ? `<conditionExpression>${condition}</conditionExpression>` : ''}</sequenceFlow>`;

/** A reminder at a step's border that reports and ends. */
const limit = (id: string): string =>
  `<boundaryEvent id="late_${id}" name="Late" attachedToRef="${id}" cancelActivity="false"><timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="told_${id}" name="Told"/>${flow(`tell_${id}`, `late_${id}`, `told_${id}`)}`;
