/** One property of a word of the vocabulary, as moddle writes it. */
export interface VocabularyProperty {
  readonly name: string;
  readonly type: string;
  readonly isAttr?: true;
  readonly isBody?: true;
  readonly isMany?: true;
}

/** One word of the vocabulary: an XML element `gc:…`. */
export interface VocabularyType {
  readonly name: string;
  readonly superClass: readonly string[];
  /** The BPMN elements under whose extensionElements it stands; empty for parts of other words. */
  readonly meta: { readonly allowedIn: readonly string[] };
  readonly properties: readonly VocabularyProperty[];
}

type Kind = 'String' | 'Boolean' | 'Integer' | 'Real';
type Attributes = { readonly [name: string]: Kind };
type Parts = { readonly [name: string]: string };

const attributes = (of: Attributes): VocabularyProperty[] => Object.entries(of).map(([name, type]) => ({ name, type, isAttr: true }));
const parts = (of: Parts): VocabularyProperty[] => Object.entries(of).map(([name, type]) => ({ name, type, isMany: true }));

/** A word with attributes and parts. */
const word = (
  name: string,
  of: { readonly in?: readonly string[]; readonly attributes?: Attributes; readonly parts?: Parts },
): VocabularyType => ({
  name,
  superClass: ['Element'],
  meta: { allowedIn: of.in ?? [] },
  properties: [...attributes(of.attributes ?? {}), ...parts(of.parts ?? {})],
});

/** A word whose content is text in one language. */
const words = (name: string, allowedIn: readonly string[] = []): VocabularyType => ({
  name,
  superClass: ['Element'],
  meta: { allowedIn },
  properties: [...attributes({ lang: 'String' }), { name: 'text', type: 'String', isBody: true }],
});

const ANY = ['bpmn:BaseElement'];
const NODE = ['bpmn:FlowNode'];
const ACTIVITY = ['bpmn:Activity'];
const PROCESS = ['bpmn:Process'];
const PERSON = { kind: 'String', post: 'String', unit: 'String', of: 'String', field: 'String', step: 'String' } as const;
const MAPPED = [
  'bpmn:CallActivity',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:BusinessRuleTask',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:Task',
  'bpmn:SubProcess',
];
const MAPPING = { from: 'String', to: 'String' } as const;
const FIELD = {
  key: 'String',
  name: 'String',
  type: 'String',
  required: 'Boolean',
  showWhen: 'String',
  minimum: 'Real',
  maximum: 'Real',
  maximumLength: 'Integer',
  decimals: 'Integer',
  series: 'String',
  perItem: 'Boolean',
} as const;

/** The moddle descriptor of `gc:`: what a diagram says beyond BPMN. Published files are read for ever, so words are only ever added. */
export const vocabulary: {
  readonly name: string;
  readonly uri: string;
  readonly prefix: string;
  readonly xml: { readonly tagAlias: 'lowerCase' };
  readonly types: readonly VocabularyType[];
} = {
  name: 'Guicheng',
  uri: 'urn:guicheng:bpmn:1',
  prefix: 'gc',
  xml: { tagAlias: 'lowerCase' },
  types: [
    // words for people
    words('Name', ANY),
    words('Guidance', ['bpmn:Process', 'bpmn:FlowNode']),
    words('Help'),
    words('What'),
    words('Danger'),
    words('Control'),
    // where it comes from
    word('Origin', { in: ['bpmn:Process', 'bpmn:FlowNode', 'bpmn:SequenceFlow'], attributes: { kind: 'String', words: 'String' } }),
    // the process
    word('About', {
      in: PROCESS,
      attributes: { number: 'Integer', area: 'String', title: 'String', numberField: 'String', clearance: 'String' },
    }),
    word('Series', { in: PROCESS, attributes: { key: 'String', name: 'String', pattern: 'String' }, parts: { names: 'Name' } }),
    word('Starter', { in: PROCESS, attributes: PERSON }),
    word('Link', { in: PROCESS, attributes: { to: 'String', kind: 'String', at: 'String', what: 'String' }, parts: { whats: 'What' } }),
    word('DecisionTable', { in: PROCESS, attributes: { key: 'String', name: 'String' }, parts: { names: 'Name', files: 'Dmn' } }),
    { name: 'Dmn', superClass: ['Element'], meta: { allowedIn: [] }, properties: [{ name: 'text', type: 'String', isBody: true }] },
    word('Post', { in: ['bpmn:Lane'], attributes: { key: 'String' } }),
    // the form
    word('Form', { in: PROCESS, parts: { fields: 'Field' } }),
    word('Field', { attributes: FIELD, parts: { names: 'Name', helps: 'Help', options: 'Option', columns: 'Column' } }),
    word('Column', { attributes: FIELD, parts: { names: 'Name', helps: 'Help', options: 'Option' } }),
    word('Option', { attributes: { value: 'String', name: 'String', manner: 'String' }, parts: { names: 'Name' } }),
    word('Access', { in: NODE, attributes: { field: 'String', mode: 'String', required: 'Boolean' } }),
    // who, and what they decide
    word('Assignment', { in: ACTIVITY, attributes: PERSON }),
    word('NotSameAs', { in: ACTIVITY, attributes: { step: 'String' } }),
    word('Decision', { in: ACTIVITY, attributes: { key: 'String', name: 'String' }, parts: { names: 'Name', options: 'Option' } }),
    word('Handling', { in: ACTIVITY, attributes: { attention: 'String', withdrawUntil: 'String', operations: 'String' } }),
    word('Original', { in: ACTIVITY, attributes: { name: 'String' }, parts: { names: 'Name' } }),
    word('Check', { in: ACTIVITY, attributes: { name: 'String' }, parts: { names: 'Name' } }),
    // time and risk
    word('Deadline', {
      in: NODE,
      attributes: {
        id: 'String',
        name: 'String',
        from: 'String',
        step: 'String',
        field: 'String',
        amount: 'Integer',
        unit: 'String',
        when: 'String',
        warnBefore: 'Integer',
        until: 'String',
        words: 'String',
      },
      parts: { names: 'Name' },
    }),
    word('Timer', {
      in: ['bpmn:TimerEventDefinition'],
      attributes: { form: 'String', value: 'String', feel: 'Boolean', amount: 'Integer', unit: 'String' },
    }),
    word('Risk', {
      in: ['bpmn:Activity'],
      attributes: { id: 'String', level: 'Integer', post: 'String', confirm: 'Boolean' },
      parts: { dangers: 'Danger', controls: 'Control' },
    }),
    // data on its way
    word('Set', { in: ['bpmn:ServiceTask'], attributes: MAPPING }),
    word('Job', { in: ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'], attributes: { name: 'String' } }),
    word('Rule', {
      in: ['bpmn:BusinessRuleTask'],
      attributes: { table: 'String', decision: 'String', into: 'String', required: 'Boolean' },
    }),
    word('In', { in: MAPPED, attributes: MAPPING }),
    word('Out', { in: MAPPED, attributes: MAPPING }),
    word('Items', { in: ['bpmn:MultiInstanceLoopCharacteristics'], attributes: { over: 'String', as: 'String' } }),
    word('Collect', { in: ['bpmn:MultiInstanceLoopCharacteristics'], attributes: { field: 'String', into: 'String' } }),
    word('Payload', { in: ['bpmn:Event', 'bpmn:SendTask', 'bpmn:ReceiveTask'], attributes: MAPPING }),
    word('Correlation', { in: ['bpmn:Event', 'bpmn:SendTask', 'bpmn:ReceiveTask'], attributes: { key: 'String', keepFor: 'String' } }),
  ],
};

/** A copy for moddle and bpmn-js, which write prefixes into the descriptor that they are given. */
export const vocabularyForModdle = (): typeof vocabulary => structuredClone(vocabulary);
