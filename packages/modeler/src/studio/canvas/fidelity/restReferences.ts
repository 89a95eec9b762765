import type { Connection, Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type { Modeler } from '../modeler.ts';

interface Named {
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** The shapes that the drawing of a line names as its ends. */
  readonly sourceElement: unknown;
  readonly targetElement: unknown;
  /** Where in a step a paper goes. */
  readonly input: unknown;
}

/** What the lines of a file name, by their ids. */
export type References = ReadonlyMap<string, Named>;

const PLACEHOLDER = '__targetRef_placeholder';

/** What the lines of a file name, as it was just opened. */
export const referencesOf = (modeler: Modeler): References =>
  new Map(
    lines(modeler).map(({ id, source, target, businessObject, di }) => {
      const { sourceElement, targetElement } = di as ModdleElement;
      return [id, { source: source?.id, target: target?.id, sourceElement, targetElement, input: businessObject.targetRef }];
    }),
  );

/**
 * Lines between the same two elements as before name again what they named: bpmn-js forgets the ends in the drawing when a line was cut,
 * and puts a property of its own in the place of a data input with every move.
 */
export function restReferences(modeler: Modeler, references: References): void {
  for (const line of lines(modeler)) {
    const before = references.get(line.id);
    if (!before || before.source !== line.source?.id || before.target !== line.target?.id) continue;
    const di = line.di as ModdleElement;
    for (const end of ['sourceElement', 'targetElement'] as const) if (di[end] !== before[end]) di.set(end, before[end]);
    if (line.type === 'bpmn:DataInputAssociation' && line.businessObject.targetRef !== before.input) restInput(line, before.input);
  }
}

function restInput({ businessObject, target }: Connection, input: unknown): void {
  businessObject.set('targetRef', input);
  const step: ModdleElement | undefined = target?.businessObject;
  const associations: readonly ModdleElement[] = step?.dataInputAssociations ?? [];
  if (!step?.properties || associations.some(({ targetRef }) => targetRef?.name === PLACEHOLDER)) return;
  const properties: readonly ModdleElement[] = step.properties;
  step.set(
    'properties',
    properties.filter(({ name }) => name !== PLACEHOLDER),
  );
}

const lines = (modeler: Modeler): readonly Connection[] =>
  modeler
    .get<{ filter(test: (element: Element) => boolean): Connection[] }>('elementRegistry')
    .filter((element) => 'waypoints' in element && element.di !== undefined);
