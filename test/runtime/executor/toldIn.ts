/** Where a construct's meaning is told: files of `packages/runtime/src/kernel/`, the one of its name first; and the clause of BPMN 2.0.2. */
export interface Told {
  readonly files: readonly string[];
  readonly clause: string;
}

const told = (clause: string, ...files: readonly string[]): Told => ({ clause, files });

/** All but events, by the key of the list of constructs. */
const CONSTRUCTS: { readonly [key: string]: Told } = {
  task: told('13.3.3', 'abstractTask'),
  userTask: told('13.3.3', 'userTask'),
  manualTask: told('13.3.3', 'manualTask'),
  serviceTask: told('13.3.3', 'serviceTask', 'job'),
  sendTask: told('13.3.3', 'sendTask', 'message'),
  receiveTask: told('13.3.3', 'receiveTask', 'message'),
  receiveTaskInstantiating: told('13.2', 'receiveTask', 'stimuli/start'),
  businessRuleTask: told('13.3.3', 'businessRuleTask'),
  scriptTask: told('13.3.3', 'scriptTask', 'job'),
  subProcess: told('13.3.4', 'subProcess'),
  eventSubProcess: told('13.5.4', 'eventSubProcess'),
  adHocParallel: told('13.3.5', 'adHocSubProcess', 'adHocChoices'),
  adHocSequential: told('13.3.5', 'adHocSubProcess', 'adHocChoices'),
  transaction: told('10.3.5', 'transaction', 'cancel'),
  callActivity: told('13.3.4', 'callActivity'),
  loopTestBefore: told('13.3.6', 'loop'),
  loopTestAfter: told('13.3.6', 'loop'),
  loopMaximum: told('13.3.6', 'loop'),
  manyParallel: told('13.3.7', 'multiInstance'),
  manySequential: told('13.3.7', 'multiInstance'),
  manyCardinality: told('13.3.7', 'manyItems'),
  manyCollection: told('13.3.7', 'manyItems', 'manyCollected'),
  manyCompletion: told('13.3.7', 'manyCompletion'),
  manyBehaviorNone: told('13.3.7', 'manyBehavior'),
  manyBehaviorOne: told('13.3.7', 'manyBehavior'),
  manyBehaviorComplex: told('13.3.7', 'manyBehavior'),
  startQuantity: told('13.3.2', 'quantities'),
  completionQuantity: told('13.3.2', 'quantities'),
  compensationHandler: told('13.5.5', 'undo', 'compensable'),
  exclusiveGateway: told('13.4.2', 'exclusiveGateway'),
  parallelGateway: told('13.4.1', 'parallelGateway'),
  inclusiveGateway: told('13.4.3', 'inclusiveGateway'),
  complexGateway: told('13.4.5', 'complexGateway'),
  eventBasedGateway: told('13.4.4', 'eventBasedGateway'),
  eventGatewayInstantiating: told('13.2', 'eventBasedGateway', 'stimuli/start'),
  eventGatewayParallel: told('13.2', 'eventBasedGateway', 'stimuli/start'),
  defaultFlow: told('13.3.1', 'run/sequenceFlow'),
};

/** Events: what the place means, then what the kind does. */
const PLACES: { readonly [place: string]: Told } = {
  start: told('13.5.1', 'startEvent', 'stimuli/start'),
  eventSubProcessStart: told('13.5.4', 'eventSubProcess'),
  eventSubProcessStartBeside: told('13.5.4', 'eventSubProcess'),
  catch: told('13.5.2', 'intermediateCatchEvent'),
  boundary: told('13.5.3', 'boundaryEvent'),
  boundaryBeside: told('13.5.3', 'boundaryEvent'),
  throw: told('13.5.2', 'intermediateThrowEvent'),
  end: told('13.5.6', 'endEvent'),
};

const KINDS: { readonly [kind: string]: string } = {
  message: 'message',
  timer: 'timer',
  error: 'error',
  escalation: 'escalation',
  cancel: 'cancel',
  compensate: 'compensation',
  conditional: 'conditional',
  link: 'link',
  signal: 'signal',
  terminate: 'terminate',
  parallelMultiple: 'parallelMultiple',
};

const THROWN: ReadonlySet<string> = new Set(['throw', 'end']);

/** Where the construct of this key is told; undefined for one that the list does not have. */
export function toldIn(key: string): Told | undefined {
  const [place = '', kind] = key.split('.');
  const at = PLACES[place];
  if (kind === undefined || !at) return CONSTRUCTS[key];
  const multiple = THROWN.has(place) ? 'throwAll' : 'run/arm';
  const own = kind === 'multiple' ? multiple : KINDS[kind];
  return own === undefined ? at : { ...at, files: [...at.files, own] };
}

/** All keys that are told of here, but for events. */
export const TOLD = Object.keys(CONSTRUCTS);
