/** Words of the board and of the lists beside it, in Chinese. */
export const board = {
  late: '已超期',
  today: '今天',
  soon: '三日内',
  later: '以后',
  noDue: '不限时',
  number: '编号',
  nothingToDo: '没有待办。新任务会自动出现在这里。',
  nothingHere: '这里还没有内容。',
  taken: '已签收',
  running: '办理中',
  completed: '已办结',
  cancelled: '已撤销',
  terminated: '已终止',
  incident: '需要处理',
} as const;
