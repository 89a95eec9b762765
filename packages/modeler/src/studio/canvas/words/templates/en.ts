/** The same in English of the office, where bpmn-js speaks that of BPMN. */
export const en: { readonly [template: string]: string } = {
  'Open minimap': 'Overview',
  'Close minimap': 'Hide overview',
  'Search in diagram': 'Find on the drawing',
  'Open {element}': 'Open {element}',
  'Align elements left': 'Align on the left',
  'Align elements right': 'Align on the right',
  'Align elements center': 'Centre below each other',
  'Align elements top': 'Align at the top',
  'Align elements bottom': 'Align at the bottom',
  'Align elements middle': 'Centre beside each other',
  'Distribute elements horizontally': 'Space evenly side by side',
  'Distribute elements vertically': 'Space evenly below each other',
  'flow elements must be children of pools/participants': 'A step must stand in a lane.',
  'Data object must be placed within a pool/participant.': 'Papers must stand in a lane.',
};
