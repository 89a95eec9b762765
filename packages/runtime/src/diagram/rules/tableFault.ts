import type { Rule } from './rule.ts';

/** Every decision table can be read, each of its cells too, and is bounded in what it costs. */
export const rule: Rule = {
  name: 'tableFault',
  severity: 'error',
  sentence: {
    zh: '决策表的每一格都写得对，表的名称不重复',
    en: 'Every cell of a decision table can be read, and each table has its own name',
  },
  check: ({ key, tables = [] }) =>
    tables.flatMap((table, index) => {
      const { zh, en = zh } = { ...table.name, zh: table.name.zh || table.key };
      const twice = tables.findIndex((other) => other.key === table.key) !== index;
      const faults = twice
        ? [...table.faults, { zh: `名称“${table.key}”已有一张表在用`, en: `another table has the name “${table.key}” too` }]
        : table.faults;
      return faults.map((fault) => ({
        element: key,
        message: { zh: `决策表“${zh}”：${fault.zh}`, en: `Decision table “${en}”: ${fault.en ?? fault.zh}` },
      }));
    }),
};
