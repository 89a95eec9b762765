export { openXml } from '../../../../packages/modeler/src/studio/canvas/fidelity/openXml.ts';
export { saveXml } from '../../../../packages/modeler/src/studio/canvas/fidelity/saveXml.ts';
export { makeModeler } from '../../../../packages/modeler/src/studio/canvas/modeler.ts';
