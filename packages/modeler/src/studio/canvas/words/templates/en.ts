/** The same in English of the office, where bpmn-js speaks that of BPMN. */
export const en: { readonly [template: string]: string } = {
  'Open minimap': 'Overview',
  'Close minimap': 'Hide overview',
};
