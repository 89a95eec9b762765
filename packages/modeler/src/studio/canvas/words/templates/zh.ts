/** What bpmn-js and its parts say, by their English templates, in Chinese. */
export const zh: { readonly [template: string]: string } = {
  'Open minimap': '缩略图',
  'Close minimap': '收起缩略图',
};
