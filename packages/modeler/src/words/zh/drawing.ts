/** Words of the page where a flow is drawn, in Chinese. */
export const drawing = {
  draft: '草稿',
  redraw: '修改流程',
  undo: '撤销',
  redo: '重做',
  compareDrawing: '比较',
  checkDrawing: '检查',
  drawingVersions: '版本',
  publishDrawing: '发布…',
  drawingMore: '更多',
  foldPanel: '收起右侧',
  unfoldPanel: '展开右侧',
  drawingCanvas: '流程图画布',
} as const;
