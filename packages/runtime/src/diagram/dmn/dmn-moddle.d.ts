/** The little of dmn-moddle that is used here. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: object; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
