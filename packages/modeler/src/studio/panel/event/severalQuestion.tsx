import { Button } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { Either } from '../control/either.tsx';
import { Typed } from '../control/typed.tsx';
import type { Moddle, ModdleElement, Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import type { Word } from '../../../words/zh.ts';
import { definitionsAt, isThrown, putShared, sharedName, sharedNames, sharedOf } from './shared.ts';

const KINDS: { readonly [type: string]: Word } = {
  'bpmn:MessageEventDefinition': 'kindOfMessage',
  'bpmn:TimerEventDefinition': 'kindOfTimer',
  'bpmn:SignalEventDefinition': 'kindOfSignal',
  'bpmn:ConditionalEventDefinition': 'kindOfCondition',
  'bpmn:EscalationEventDefinition': 'kindOfEscalation',
  'bpmn:ErrorEventDefinition': 'kindOfError',
  'bpmn:CompensateEventDefinition': 'kindOfUndoing',
  'bpmn:CancelEventDefinition': 'kindOfCancelling',
  'bpmn:TerminateEventDefinition': 'kindOfTerminating',
  'bpmn:LinkEventDefinition': 'kindOfLink',
};
/** What is offered to be added: all else is kept where a file has it. */
const AWAITED = ['Message', 'Signal', 'Timer', 'Conditional'].map((kind) => `bpmn:${kind}EventDefinition`);
const SENT = ['Message', 'Signal', 'Escalation'].map((kind) => `bpmn:${kind}EventDefinition`);

/** What an event of several waits for or sends, each with its name; times, conditions and what messages carry are asked below. */
export function SeveralQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  const definitions = definitionsAt(element);
  if (definitions.length < 2) return null;
  const sent = isThrown(element);
  const modeling = modeler.get<Modeling>('modeling');
  const put = (eventDefinitions: readonly ModdleElement[]): void => modeling.updateProperties(element, { eventDefinitions });
  const kind = ({ $type }: ModdleElement): string => w(KINDS[$type] ?? 'kindOther');
  const all = element.businessObject.get('parallelMultiple') === true;
  const once = definitions.filter(({ $type }, index) => definitions.findIndex((one) => one.$type === $type) === index);
  const offered = (sent ? SENT : AWAITED).filter(
    (type) => type !== 'bpmn:TimerEventDefinition' || !once.some(({ $type }) => $type === type),
  );
  return (
    <Question title={w(sent ? 'askSeveralSent' : 'askSeveral')} summary={definitions.map(kind).join(' + ')}>
      {sent ? null : (
        <Either<'any' | 'all'>
          label={w('howManyCome')}
          value={all ? 'all' : 'any'}
          choices={[
            { value: 'any', label: w('anyComes') },
            { value: 'all', label: w('allCome') },
          ]}
          put={(next) => modeling.updateProperties(element, { parallelMultiple: next === 'all' || undefined })}
        />
      )}
      {definitions.map((definition, at) => {
        const shared = sharedOf(definition);
        return (
          <div key={definition.id ?? at} className="gc-several">
            {shared ? (
              <Typed
                label={kind(definition)}
                value={sharedName(definition, shared)}
                put={(name) => putShared(modeler, element, { holder: definition, shared, name })}
                offers={sharedNames(element, shared)}
                placeholder={w('notNamedYet')}
              />
            ) : (
              <span>{kind(definition)}</span>
            )}
            {definitions.length > 2 ? (
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                aria-label={w('dropEvent', { kind: kind(definition) })}
                title={w('dropEvent', { kind: kind(definition) })}
                onClick={() => put(definitions.filter((one) => one !== definition))}
              />
            ) : null}
          </div>
        );
      })}
      <Choose
        label={w('addEvent')}
        value=""
        placeholder={w('addEventWhich')}
        choices={offered.map((type) => ({ value: type, label: w(KINDS[type] ?? 'kindOther') }))}
        put={(type) => {
          const made = modeler.get<Moddle>('bpmnFactory').create(type);
          Object.assign(made, { $parent: element.businessObject });
          put([...definitions, made]);
        }}
      />
    </Question>
  );
}
