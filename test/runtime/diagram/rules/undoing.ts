import { between, processFile } from '../bpmn.ts';
import { type Pairs, TIMER, beside, flow, task } from './drawing.ts';

const CANCEL = '<cancelEventDefinition/>';
const undo = (activity = '') => `<compensateEventDefinition ${activity}/>`;
/** 付款 on the way, marked as undone by what is given. */
const undone = (more: string, edge = undo(), way = '<association id="as" sourceRef="b" targetRef="back"/>') =>
  processFile(
    `${between(task('t', undefined, 'name="付款"'), 't', 't')}<boundaryEvent id="b" attachedToRef="t">${edge}</boundaryEvent>${way}${more}`,
  );
const back = (attributes = 'isForCompensation="true"') =>
  `<userTask id="back" name="退款" ${attributes}><extensionElements><gc:assignment post="registry"/></extensionElements></userTask>`;
const UNDONE = undone(back());
const whole = (end: string, type = 'transaction', more = '') =>
  processFile(
    `${between(`<${type} id="sub" name="采购"><startEvent id="s"/>${flow('f', 's', 'u')}${task('u')}${flow('g', 'u', 'e')}<endEvent id="e" name="作罢">${end}</endEvent></${type}>`, 'sub', 'sub')}${more}`,
  );
const edge = (inner: string) =>
  `<boundaryEvent id="b" name="整体取消" attachedToRef="sub">${inner}</boundaryEvent>${flow('h', 'b', 'end')}`;
const thrown = (activity: string, more = '') =>
  undone(
    `${back()}${flow('f', 't', 'h')}<intermediateThrowEvent id="h" name="全部退回">${undo(activity)}</intermediateThrowEvent>${flow('g', 'h', 'end')}${more}`,
  );
const start = (id: string, inner = TIMER) => `<startEvent id="${id}">${inner}</startEvent>${flow(`${id}-f`, id, 'u')}`;
const aside = (starts = start('s'), more = '') =>
  beside(`<subProcess id="sub" name="催办" triggeredByEvent="true">${starts}${task('u', undefined, 'name="催一催"')}</subProcess>${more}`);

export const undoing: Pairs = {
  cancelEdge: { valid: whole(CANCEL, 'transaction', edge(CANCEL)), invalid: whole('', 'subProcess', edge(CANCEL)), at: 'b' },
  cancelEnd: { valid: whole(CANCEL), invalid: whole(CANCEL, 'subProcess'), at: 'e' },
  undoEdgeFlow: { valid: UNDONE, invalid: undone(back() + flow('f', 'b', 'end')), at: 'b' },
  undoWithoutStep: { valid: UNDONE, invalid: undone('', undo(), ''), at: 'b' },
  undoNotMarked: { valid: UNDONE, invalid: undone(back('')), at: 'back' },
  undoFlows: { valid: UNDONE, invalid: undone(back() + flow('f', 'back', 'end')), at: 'back' },
  unknownUndone: { valid: thrown('activityRef="t"'), invalid: thrown('activityRef="gone"'), at: 'h' },
  undoAlone: { valid: UNDONE, invalid: beside(back()), at: 'back' },
  nothingToUndo: {
    valid: thrown('activityRef="t"'),
    invalid: thrown('activityRef="u"', flow('k', 't', 'u') + task('u') + flow('l', 'u', 'end')),
    at: 'h',
  },
  asideFlows: { valid: aside(), invalid: aside(start('s'), flow('f', 't', 'sub')), at: 'sub' },
  asideStarts: { valid: aside(), invalid: aside(start('s') + start('s2')), at: 'sub' },
  asideNoneStart: { valid: aside(), invalid: aside(start('s', '')), at: 's' },
  asideEdge: {
    valid: aside(),
    invalid: aside(start('s'), `<boundaryEvent id="b" attachedToRef="sub">${TIMER}</boundaryEvent>${flow('f', 'b', 'end')}`),
    at: 'b',
  },
};
