import { asValue } from '../xml/references.ts';

/** A new DMN file with one table that has no columns yet; of the rows that apply the first counts. */
export const freshDmn = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_1" name="${asValue(name)}" namespace="urn:guicheng:dmn">
  <decision id="decision_1" name="${asValue(name)}">
    <decisionTable id="table_1" hitPolicy="FIRST">
    </decisionTable>
  </decision>
</definitions>
`;
