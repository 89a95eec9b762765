/** A decision table as it is shown: what is asked, what is answered, and a row for each rule. */
export interface Sheet {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The name of a DMN file, and its first table; undefined where the text is no DMN. What is wrong with its cells is told with the problems. */
export function readSheet(xml: string): { readonly name: string; readonly sheet: Sheet | undefined } | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root.localName !== 'definitions' || !root.namespaceURI?.includes('/DMN/')) return undefined;
  const [decision] = within(root, 'decision');
  const [table] = within(root, 'decisionTable');
  const name = root.getAttribute('name') || decision?.getAttribute('name') || decision?.id || '';
  return { name, sheet: table ? sheetOf(table) : undefined };
}

const sheetOf = (table: Element): Sheet => ({
  inputs: within(table, 'input').map((input) => input.getAttribute('label') || textOf(within(input, 'inputExpression')[0])),
  outputs: within(table, 'output').map((output) => output.getAttribute('label') || output.getAttribute('name') || ''),
  rows: within(table, 'rule').map((rule) =>
    [...within(rule, 'inputEntry'), ...within(rule, 'outputEntry')].map((cell) => textOf(cell) || '-'),
  ),
});

const within = (element: Element, name: string): readonly Element[] =>
  [...element.getElementsByTagName('*')].filter(({ localName }) => localName === name);

const textOf = (element: Element | undefined): string => (element && within(element, 'text')[0]?.textContent?.trim()) ?? '';
