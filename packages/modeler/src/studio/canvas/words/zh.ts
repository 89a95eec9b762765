/** Words on and around the canvas, in Chinese. */
export const zh = {
  // tools
  select: '选择',
  hand: '移动画布',
  lasso: '框选',
  space: '留白',
  connect: '连线',
  // what can be placed
  start: '开始',
  step: '办理步骤',
  many: '会签',
  decision: '分支',
  parallel: '并行',
  limit: '时限',
  receive: '等待来文',
  call: '调用流程',
  end: '结束',
  more: '更多',
  less: '收起',
  subProcess: '子流程',
  automatic: '自动步骤',
  send: '发出消息',
  manual: '线下步骤',
  wait: '等一段时间',
  lane: '泳道（岗位）',
  pool: '参与方',
  note: '文字说明',
} as const;

export type CanvasWord = keyof typeof zh;
