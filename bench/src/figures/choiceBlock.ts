/** How the choices of a branch are drawn. */
export interface ChoiceBlock {
  readonly branches: number;
  readonly choices: number;
  /** `ways`: one gateway with so many ways, a task on each. `row`: so many gateways one after the other, with two ways each. */
  readonly drawn: 'ways' | 'row';
  /** `none`: the ways have no conditions. `own`: each gateway asks a name of its own. `shared`: all ask the same name. */
  readonly asks: 'none' | 'own' | 'shared';
  /** A parallel gateway in the last branch where an exclusive one should merge its ways. */
  readonly spoilt: boolean;
}

/** Branches beside each other between a parallel fork and join, each with choices: as plain BPMN, without a word of ours. */
export function choiceBlock(block: ChoiceBlock): string {
  const branches = Array.from({ length: block.branches }, (_, branch) => branchOf(block, branch)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="choices" targetNamespace="urn:guicheng:bench">
<process id="choiceBlock" isExecutable="true">
<startEvent id="start"/><userTask id="begin"/><parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="end"/>
${flow('start', 'begin')}${flow('begin', 'fork')}${flow('join', 'end')}
${branches}
</process>
</definitions>`;
}

function branchOf(block: ChoiceBlock, branch: number): string {
  const spoilt = block.spoilt && branch === block.branches - 1;
  const gateways = block.drawn === 'ways' ? 1 : block.choices;
  const ways = block.drawn === 'ways' ? block.choices : 2;
  let written = '';
  let before = 'fork';
  for (let at = 0; at < gateways; at += 1) {
    const [split, merge] = [`split${branch}_${at}`, `merge${branch}_${at}`];
    const kind = spoilt && at === gateways - 1 ? 'parallelGateway' : 'exclusiveGateway';
    written += `<exclusiveGateway id="${split}"${block.asks === 'none' ? '' : ` default="${split}-${split}w0"`}/><${kind} id="${merge}"/>${flow(before, split)}`;
    const name = block.asks === 'shared' ? 'shared' : `asked${branch}_${at}`;
    for (let way = 0; way < ways; way += 1) {
      const task = `${split}w${way}`;
      written += `<userTask id="${task}"/>${flow(split, task, block.asks === 'none' || way === 0 ? undefined : `${name} = ${way}`)}${flow(task, merge)}`;
    }
    before = merge;
  }
  return written + flow(before, 'join');
}

function flow(from: string, to: string, condition?: string): string {
  const inner = condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`;
  return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
}
