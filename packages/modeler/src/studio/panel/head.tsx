import type { Problem } from '@guicheng/runtime/checking';
import { bpmnName, kindWord, typeOf } from '../kinds.ts';
import { useWords } from '../../words/words.ts';
import { hasForeign } from './foreign.ts';
import { ForeignList } from './foreignList.tsx';
import { nameIn } from '../file/extension.ts';
import { flowName } from '../file/flowName.ts';
import { processOf } from '../file/process.ts';
import type { Drawn, ModdleElement } from '../file/moddle.ts';

/** What is selected, in the words of the office, and what is wrong with it, a sentence each. */
export function Head({
  element,
  problems,
  whole,
}: {
  readonly element: Drawn;
  readonly problems: readonly Problem[];
  /** Nothing is selected: it is the flow that is spoken of, not its pool. */
  readonly whole: boolean;
}) {
  const { w, t, language } = useWords();
  const object = element.businessObject;
  const type = typeOf(object.$type);
  const kind = kindWord(type);
  const other = {
    process: w('kindFlow'),
    collaboration: w('kindFlow'),
    participant: w('kindPool'),
    lane: w('laneOf'),
    sequenceFlow: w('kindArrow'),
    messageFlow: w('kindMessageFlow'),
  };
  const word = whole ? w('kindFlow') : kind ? w(kind) : (other[type as keyof typeof other] ?? w('kindOther'));
  const name = whole ? flowName(element, language) : nameIn(element, language) || nameIn(element, 'zh');
  return (
    <header className="gc-panel-head">
      <h2>
        <span className="gc-mark" title={`BPMN ${bpmnName(type)}`}>
          {word}
        </span>
        <span className="gc-panel-name">{name || w('noNameYet')}</span>
      </h2>
      {problems.map((problem) => (
        <p key={`${problem.rule}${problem.message.zh}`} className="gc-panel-problem" data-severity={problem.severity}>
          {t(problem.message)}
        </p>
      ))}
      {hasForeign(object) ? <p className="gc-row-note">{w('hasForeign')}</p> : null}
      <ForeignList object={whole ? (processOf(element) ?? object) : object} />
    </header>
  );
}

/** What is wrong with an element; of a process also what is wrong with its form, as no element of the canvas is to blame for that. */
export function problemsOf(problems: readonly Problem[], element: Drawn, isDrawn: (id: string) => boolean): readonly Problem[] {
  const id = element.businessObject.id;
  const process: ModdleElement | undefined =
    element.businessObject.$type === 'bpmn:Process' || element.businessObject.$type === 'bpmn:Participant' ? processOf(element) : undefined;
  return problems.filter(
    (problem) =>
      problem.element === id ||
      (process && problem.process === process.id && (problem.element === process.id || !isDrawn(problem.element))),
  );
}
