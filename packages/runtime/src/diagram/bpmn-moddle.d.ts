/** The little of bpmn-moddle that is used here; the package's own types describe BPMN's classes, not its reader. */
declare module 'bpmn-moddle' {
  export interface ModdleWarning {
    readonly message: string;
    readonly element?: object;
    readonly property?: string;
    readonly value?: string;
  }

  export class BpmnModdle {
    constructor(packages?: { readonly [prefix: string]: unknown });
    fromXML(xml: string): Promise<{
      readonly rootElement: object;
      readonly warnings: readonly ModdleWarning[];
      readonly elementsById: { readonly [id: string]: object };
    }>;
  }
}
