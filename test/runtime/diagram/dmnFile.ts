/** A table as a story writes it: rows are cells of inputs, then of outputs, with `|` between. */
export interface Sheet {
  readonly hit?: string;
  readonly put?: string;
  /** An expression, with its type behind a colon where it has one. */
  readonly inputs: readonly string[];
  /** A name, with its values behind `of` and what it is otherwise behind `else`. */
  readonly outputs: readonly string[];
  readonly rows: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (tag: string, of: string | undefined): string =>
  of === undefined ? '' : `<${tag}><text>${escaped(of.trim())}</text></${tag}>`;

const input = (written: string): string => {
  const [, expression = '', type, values] = /^(.*?)(?::([\w ]+))?(?: of (.*))?$/.exec(written) ?? [];
  return `<input><inputExpression${type ? ` typeRef="${type}"` : ''}><text>${escaped(expression)}</text></inputExpression>${text('inputValues', values)}</input>`;
};

const output = (written: string): string => {
  const [, name = '', values, otherwise] = /^(\w*)(?: of (.*?))?(?: else (.*))?$/.exec(written) ?? [];
  return `<output name="${name}">${text('outputValues', values)}${text('defaultOutputEntry', otherwise)}</output>`;
};

/** A decision that is a table. */
export function tableDecision(id: string, { hit, put, inputs, outputs, rows }: Sheet, needs: readonly string[] = []): string {
  const rules = rows.map((row) => {
    const cells = row.split('|');
    return `<rule>${cells.map((cell, at) => text(at < inputs.length ? 'inputEntry' : 'outputEntry', cell)).join('')}</rule>`;
  });
  const policy = `${hit ? ` hitPolicy="${hit}"` : ''}${put ? ` aggregation="${put}"` : ''}`;
  return decision(
    id,
    `<decisionTable${policy}>${inputs.map(input).join('')}${outputs.map(output).join('')}${rules.join('')}</decisionTable>`,
    needs,
  );
}

/** A decision that is anything. */
export const decision = (id: string, logic: string, needs: readonly string[] = []): string =>
  `<decision id="${id}" name="${id}"><variable name="${id}"/>${needs.map((need) => `<informationRequirement><requiredDecision href="#${need}"/></informationRequirement>`).join('')}${logic}</decision>`;

/** A decision that is an expression. */
export const expression = (id: string, feel: string, needs: readonly string[] = []): string =>
  decision(id, `<literalExpression>${`<text>${escaped(feel)}</text>`}</literalExpression>`, needs);

/** A DMN file. */
export const dmn = (...decisions: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">${decisions.join('')}</definitions>`;

/** The file as it stands in a process. */
export const tableWord = (key: string, file: string): string =>
  `<gc:decisionTable key="${key}" name="${key}"><gc:dmn><![CDATA[${file}]]></gc:dmn></gc:decisionTable>`;
