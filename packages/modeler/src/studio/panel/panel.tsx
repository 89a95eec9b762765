import type { Problem } from '@guicheng/runtime/checking';
import type { Surroundings } from '@guicheng/server/contract';
import { ConfigProvider } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../words/words.ts';
import { Choose } from './control/choose.tsx';
import { PanelContext } from './usePanel.ts';
import { flowName } from '../file/flowName.ts';
import { FromTop } from './fromTop.tsx';
import { Head, problemsOf } from './head.tsx';
import { elementAt, textAt, type Drawn, type Services } from '../file/moddle.ts';
import { processOf } from '../file/process.ts';
import { sectionsOf, sectionsOfFlow } from './sections.ts';
import { useBeat } from './useBeat.ts';
import './panel.css';

interface Registry {
  get(id: string): Drawn | undefined;
  getAll(): readonly Drawn[];
}
interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

/** Whatever is typed or chosen in the panel is of one height, in pixels: between antd's middle and its small. */
const CONTROLS = { token: { controlHeight: 28, controlHeightSM: 24 } } as const;

/** The questions about what is selected on the canvas; about the flow where nothing is. Everything takes effect at once, and is undone as on the canvas. */
export function Panel({
  modeler,
  flow,
  around,
  problems,
}: {
  readonly modeler: Services;
  /** The process that was opened to be drawn: where a file has several, its questions come first. */
  readonly flow: string;
  readonly around: Surroundings;
  readonly problems: readonly Problem[];
}) {
  const { w, language } = useWords();
  useBeat(modeler);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(
    new Set([w('askWho'), w('askLanePost'), w('askWhen'), w('askCall'), w('nextStep')]),
  );
  const [chosen, setChosen] = useState('');
  const { selected, flows } = lookedAt(modeler);
  const element =
    selected.length === 1
      ? selected[0]
      : (flows.find(({ id }) => id === chosen) ?? flows.find((one) => textAt(processOf(one), 'id') === flow) ?? flows[0]);
  const id = element?.id ?? '';
  const shared = {
    modeler,
    unfolded,
    element: id,
    fold: (question: string, open: boolean) =>
      setUnfolded((last) => new Set(open ? [...last, question] : [...last].filter((one) => one !== question))),
  };
  if (selected.length > 1) return <p className="gc-panel gc-panel-empty">{w('severalSelected', { number: selected.length })}</p>;
  if (!element) return <p className="gc-panel gc-panel-empty">{w('nothingDrawn')}</p>;
  const registry = modeler.get<Registry>('elementRegistry');
  const found = problemsOf(problems, element, (one) => registry.get(one) !== undefined);
  return (
    <ConfigProvider theme={CONTROLS}>
      <PanelContext value={shared}>
        <aside className="gc-panel" aria-label={w('panelOf')} onKeyDown={(event) => undoes(event, modeler)}>
          {selected.length === 0 && flows.length > 1 ? (
            <Choose
              label={w('whichFlowHere')}
              value={id}
              choices={flows.map((one) => ({ value: one.id, label: flowName(one, language) }))}
              put={setChosen}
            />
          ) : null}
          <FromTop key={id} />
          <Head element={element} problems={found} whole={selected.length === 0 && element.businessObject.$type !== 'bpmn:SubProcess'} />
          {(selected.length === 0 ? sectionsOfFlow(element) : sectionsOf(element)).map((Section, index) => (
            <Section key={`${id}${index}`} modeler={modeler} element={element} around={around} />
          ))}
        </aside>
      </PanelContext>
    </ConfigProvider>
  );
}

/** What is selected – a label is what it belongs to –, and what stands for the flows of the file: the whole picture, or the pools that have one. */
function lookedAt(modeler: Services): { readonly selected: readonly Drawn[]; readonly flows: readonly Drawn[] } {
  const selected = modeler.get<{ get(): readonly Drawn[] }>('selection').get();
  const root = modeler.get<{ getRootElement(): Drawn | undefined }>('canvas').getRootElement();
  const pools = modeler
    .get<Registry>('elementRegistry')
    .getAll()
    .filter(({ businessObject }) => businessObject?.$type === 'bpmn:Participant' && elementAt(businessObject, 'processRef'));
  const isFlow = root?.businessObject?.$type === 'bpmn:Process' || root?.businessObject?.$type === 'bpmn:SubProcess';
  return {
    selected: [...new Set(selected.map((one) => one.labelTarget ?? one))],
    flows: root && isFlow ? [root] : pools,
  };
}

/** Ctrl Z within the panel undoes on the canvas, unless something is just being typed there: then the browser undoes that. */
function undoes(event: KeyboardEvent<HTMLElement>, modeler: Services): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
  // every field of the panel says so of itself
  if (event.target instanceof HTMLElement && event.target.dataset['pending']) return;
  event.preventDefault();
  event.stopPropagation();
  const stack = modeler.get<CommandStack>('commandStack');
  const redo = key === 'y' || event.shiftKey;
  if (redo && stack.canRedo()) stack.redo();
  if (!redo && stack.canUndo()) stack.undo();
}
