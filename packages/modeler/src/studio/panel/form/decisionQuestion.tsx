import { useState } from 'react';
import { Button, Modal } from 'antd';
import { useWords } from '../../../words/words.ts';
import { listed } from '../../../task/listed.ts';
import type { Asked } from '../asked.ts';
import { nameWithin } from '../../file/extension.ts';
import { Question } from '../question.tsx';
import { type Answer, freshDecision, putDecision } from './decisionCommands.ts';
import { type DecisionPlain, decisionOf } from './fieldPlain.ts';
import { ownName, renamed, textOf } from '../../file/named.ts';
import { LineInput } from './lineInput.tsx';
import { TestedOptions } from './testedOptions.tsx';
import { processOf } from '../../file/process.ts';
import { UsesList } from './usesList.tsx';
import { usesOf } from './uses.ts';
import { WaysOfDecision } from './waysOfDecision.tsx';
import '../condition/condition.css';
import './form.css';

const PASS: Answer = { zh: '通过', en: 'Passed', value: 'pass', manner: 'forward' };
const FAIL: Answer = { zh: '不通过', en: 'Not passed', value: 'fail', manner: 'refuse' };
const AGREE: Answer = { zh: '同意', en: 'Agreed', value: 'agree', manner: 'forward' };
const RETURN: Answer = { zh: '退回', en: 'Returned', value: 'return', manner: 'back' };
const REFUSE: Answer = { zh: '不同意', en: 'Refused', value: 'refuse', manner: 'refuse' };

/** The decisions that offices take most often, to begin with. */
const READY = [
  { word: 'decisionPassOrNot', answers: [PASS, FAIL] },
  { word: 'decisionAgreeOrReturn', answers: [AGREE, RETURN] },
  { word: 'decisionAgreeReturnRefuse', answers: [AGREE, RETURN, REFUSE] },
] as const;

/** 办理结果: what is decided at a step, its buttons, and which way each of them goes. */
export function DecisionQuestion({ modeler, element }: Asked) {
  const { w, t, language } = useWords();
  const [removing, setRemoving] = useState(false);
  const process = processOf(element);
  const decision = decisionOf(element.businessObject);
  if (!process) return null;
  if (!decision)
    return (
      <Question title={w('decisionResult')} summary={w('decisionNoneShort')}>
        <p className="gc-quiet">{w('decisionNone')}</p>
        <p className="gc-field-label">{w('decisionAdd')}</p>
        <div className="gc-form-acts">
          {READY.map(({ word, answers }) => (
            <Button
              key={word}
              size="small"
              onClick={() => putDecision(modeler, element, freshDecision(process, nameFor(element.businessObject), answers))}
            >
              {w(word)}
            </Button>
          ))}
        </div>
      </Question>
    );
  const put = (next: DecisionPlain): void => putDecision(modeler, element, next);
  const options = decision.options ?? [];
  const other = language === 'zh' ? 'en' : 'zh';
  const uses = usesOf(process, decision.key);
  return (
    <>
      <Question
        title={w('decisionResult')}
        summary={listed(
          options.map((option) => t(textOf(option))),
          language,
        )}
      >
        <div className="gc-field-part">
          <span aria-hidden="true">{w('decisionName')}</span>
          <LineInput
            label={w('decisionName')}
            value={ownName(decision, language) || t(textOf(decision))}
            needed
            put={(text) => put(renamed(decision, language, text))}
          />
          <LineInput
            label={w('decisionNameIn')}
            value={ownName(decision, other)}
            placeholder={w('inOtherLanguage')}
            needed={other === 'zh'}
            put={(text) => put(renamed(decision, other, text))}
          />
        </div>
        <div className="gc-field-part">
          <span aria-hidden="true">{w('decisionButtons')}</span>
          <TestedOptions
            modeler={modeler}
            of={{ process, key: decision.key }}
            kind="answer"
            options={options}
            put={(next) => put({ ...decision, options: next })}
          />
        </div>
        <WaysOfDecision modeler={modeler} step={element} />
        <Button
          size="small"
          type="text"
          danger
          onClick={() => (uses.length > 0 ? setRemoving(true) : putDecision(modeler, element, undefined))}
        >
          {w('decisionRemove')}
        </Button>
      </Question>
      {removing ? (
        <Modal
          open
          title={w('decisionUsed')}
          okText={w('understood')}
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={() => setRemoving(false)}
          onCancel={() => setRemoving(false)}
        >
          <UsesList modeler={modeler} process={process} uses={uses} went={() => setRemoving(false)} />
        </Modal>
      ) : null}
    </>
  );
}

/** What a new decision of a step is called: after the step. */
function nameFor(step: Parameters<typeof nameWithin>[0]): { readonly zh: string; readonly en: string } {
  const [zh, en] = [nameWithin(step, 'zh'), nameWithin(step, 'en')];
  return { zh: `${zh}结果`, en: en ? `Result of “${en}”` : 'Result' };
}
