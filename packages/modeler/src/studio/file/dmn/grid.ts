import { elementsIn, textIn, type XmlDocument, type XmlElement } from '../xml/node.ts';
import { readXml } from '../xml/readXml.ts';
import type { Hit } from './hit.ts';

/** A decision table with the place of everything in its file, so that a change touches nothing else. */
export interface Grid {
  readonly source: string;
  /** What the decision is called. */
  readonly name: string;
  /** Its id, by which it is asked for where the file holds several. */
  readonly decision: string;
  readonly table: XmlElement;
  /** What carries the name: the file and the decision. */
  readonly named: readonly XmlElement[];
  readonly hit: Hit;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rows: readonly Row[];
}

/** A column that is asked: what it is called, and the expression that it asks – most often a field. */
export interface Input {
  readonly at: XmlElement;
  readonly label: string;
  readonly asks: string;
  readonly type: string;
}

/** A column that is answered. `otherwise`: what the file says it is where no row applies. */
export interface Output {
  readonly at: XmlElement;
  readonly name: string;
  readonly label: string;
  readonly otherwise: string;
}

export interface Row {
  readonly at: XmlElement;
  readonly inputs: readonly Cell[];
  readonly outputs: readonly Cell[];
}

export interface Cell {
  readonly at: XmlElement;
  readonly text: string;
}

const known = new Map<string, Grid | undefined>();

/**
 * The table of a DMN file that a step decides by: of the decision named, else of the one that no other needs. Undefined where the file cannot be
 * read, or the decision is no table. The last file read is remembered, as a page asks for it many times.
 */
export function gridOf(source: string, decision = ''): Grid | undefined {
  const key = `${decision} ${source}`;
  if (known.has(key)) return known.get(key);
  const grid = readGrid(source, decision);
  known.clear();
  known.set(key, grid);
  return grid;
}

function readGrid(source: string, decision: string): Grid | undefined {
  const document = readXml(source);
  const chosen = document.ok ? decisionIn(document, decision) : undefined;
  const table = chosen && partsOf(chosen, 'decisionTable')[0];
  // Without a closing tag there is no place for a column.
  if (!chosen || !table || table.headTo === table.to) return undefined;
  return {
    source,
    name: valueOf(chosen, 'name') || valueOf(chosen, 'id'),
    decision: valueOf(chosen, 'id'),
    table,
    named: document.ok ? [document.root, chosen] : [chosen],
    hit: { policy: valueOf(table, 'hitPolicy') || 'UNIQUE', aggregation: valueOf(table, 'aggregation') },
    inputs: partsOf(table, 'input').map(inputOf),
    outputs: partsOf(table, 'output').map((at) => ({
      at,
      name: valueOf(at, 'name'),
      label: valueOf(at, 'label'),
      otherwise: textOf(partsOf(at, 'defaultOutputEntry')[0]),
    })),
    rows: partsOf(table, 'rule').map((at) => ({
      at,
      inputs: partsOf(at, 'inputEntry').map(cellOf),
      outputs: partsOf(at, 'outputEntry').map(cellOf),
    })),
  };
}

/** The decision of that id; without an id the only one that no other of the file needs. */
function decisionIn({ root }: XmlDocument, id: string): XmlElement | undefined {
  if (root.local !== 'definitions' || !root.uri.includes('/DMN/')) return undefined;
  const decisions = partsOf(root, 'decision');
  if (id !== '') return decisions.find((one) => valueOf(one, 'id') === id);
  const needed = new Set(
    decisions.flatMap((one) =>
      partsOf(one, 'informationRequirement').flatMap((need) => partsOf(need, 'requiredDecision').map((to) => valueOf(to, 'href'))),
    ),
  );
  const asked = decisions.filter((one) => !needed.has(`#${valueOf(one, 'id')}`));
  return asked.length === 1 ? asked[0] : undefined;
}

function inputOf(at: XmlElement): Input {
  const expression = partsOf(at, 'inputExpression')[0];
  const label = valueOf(at, 'label');
  return { at, label, asks: textOf(expression) || label, type: expression ? valueOf(expression, 'typeRef') : '' };
}

const cellOf = (at: XmlElement): Cell => ({ at, text: textOf(at) });

/** The parts of that name, in the namespace of what holds them. */
export const partsOf = (element: XmlElement, local: string): readonly XmlElement[] =>
  elementsIn(element).filter((part) => part.local === local && part.uri === element.uri);

/** An attribute that belongs to DMN itself; empty where it is absent. */
export const valueOf = ({ attributes }: XmlElement, name: string): string => attributes.find((one) => one.name === name)?.value ?? '';

/** What stands in the `text` of a cell or an expression. */
function textOf(element: XmlElement | undefined): string {
  const text = element && partsOf(element, 'text')[0];
  return text ? textIn(text).trim() : '';
}
