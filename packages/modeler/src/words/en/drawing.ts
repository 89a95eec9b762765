import type { drawing as zh } from '../zh/drawing.ts';
import type { English } from '../english.ts';

/** Words of the page where a flow is drawn, in English. */
export const drawing: English<typeof zh> = {
  draft: 'Draft',
  redraw: 'Change this flow',
  undo: 'Undo',
  redo: 'Redo',
  compareDrawing: 'Compare',
  checkDrawing: 'Check',
  drawingVersions: 'Versions',
  publishDrawing: 'Publish…',
  drawingMore: 'More',
  foldPanel: 'Fold the panel',
  unfoldPanel: 'Unfold the panel',
  drawingCanvas: 'Diagram of the flow',
};
