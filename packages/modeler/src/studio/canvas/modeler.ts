import { vocabulary } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/server/contract';
import BpmnModeler from 'bpmn-js/lib/Modeler';

export type Modeler = InstanceType<typeof BpmnModeler>;

/** The editor on a container, knowing the office's vocabulary, so that what it says is kept and can be changed by commands. */
export const makeModeler = (container: HTMLElement, { language: _language }: { readonly language: Language }): Modeler =>
  new BpmnModeler({ container, moddleExtensions: { gc: vocabulary } });
