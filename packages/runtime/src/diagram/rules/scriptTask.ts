import { type Rule, called } from './rule.ts';

/** The product runs no code out of diagrams. */
export const rule: Rule = {
  name: 'scriptTask',
  severity: 'error',
  sentence: { zh: '流程图中不含脚本', en: 'A diagram holds no scripts' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'scriptTask')
      .map((element) => {
        const { zh, en } = called(element);
        return {
          element: element.id,
          message: {
            zh: `${zh}是脚本任务，本系统不执行脚本；赋值请用服务任务的 gc:set`,
            en: `${en} is a script task, and scripts are not run; assign values by gc:set of a service task`,
          },
        };
      }),
};
