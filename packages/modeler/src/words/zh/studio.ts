/** Words of the flows, in Chinese. */
export const studio = {
  runningCases: '在办',
  steps: '步骤',
  whoDoes: '谁办',
  howLong: '多久',
  fillsIn: '填什么',
  fromPaper: '原文件所载',
  ourReading: '我们的理解',
  clickStep: '点图上的步骤，看谁办、怎么办、多久。',
} as const;
