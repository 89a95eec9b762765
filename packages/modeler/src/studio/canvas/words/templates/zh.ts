/** What bpmn-js and its parts say, by their English templates, in Chinese. */
export const zh: { readonly [template: string]: string } = {
  'Open minimap': '缩略图',
  'Close minimap': '收起缩略图',
  'Search in diagram': '在图上查找',
  'Open {element}': '打开“{element}”',
  'Align elements left': '左边对齐',
  'Align elements right': '右边对齐',
  'Align elements center': '左右居中',
  'Align elements top': '上边对齐',
  'Align elements bottom': '下边对齐',
  'Align elements middle': '上下居中',
  'Distribute elements horizontally': '左右等距',
  'Distribute elements vertically': '上下等距',
  'flow elements must be children of pools/participants': '步骤要放在泳道里面。',
  'Data object must be placed within a pool/participant.': '资料要放在泳道里面。',
};
