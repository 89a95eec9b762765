import type { CaseCard, Due, FlowCard, TaskCard } from '@guicheng/server/contract';

/** A task of the board; say only what the story is about. */
export const taskCard = (id: string, about: Partial<TaskCard> = {}): TaskCard => ({
  id,
  case: `case-${id}`,
  flow: 'incoming-document',
  flowName: { zh: '电子公文处理·收文', en: 'Electronic documents, incoming' },
  step: { zh: '收文批办', en: 'Leader’s instruction' },
  element: 'in_instruct',
  title: '关于开展安全生产大检查的通知',
  number: '收〔2026〕6号',
  from: { id: 'zhang-wei', name: { zh: '张伟', en: 'Zhang Wei' } },
  openedAt: '2026-11-24T01:00:00.000Z',
  closedAt: null,
  state: 'open',
  due: null,
  risk: null,
  urgency: null,
  clearance: 'internal',
  takenBy: null,
  seats: [{ seat: 'post:leader@leadership', name: { zh: '局领导', en: 'Bureau leaders' }, people: [] }],
  returned: null,
  guidance: null,
  batch: false,
  quick: [],
  ...about,
});

export const due = (state: Due['state']): Due => ({
  at: '2026-11-26T09:30:00.000Z',
  state,
  words: { zh: state, en: state },
  provisional: false,
});

export const flowCard = (key: string, about: Partial<FlowCard> = {}): FlowCard => ({
  key,
  number: 4,
  name: { zh: key, en: key },
  area: 'documents',
  version: 1,
  publishedAt: '2026-01-01T00:00:00.000Z',
  running: 0,
  startable: true,
  steps: 5,
  risk: null,
  ...about,
});

export const caseCard = (id: string, flow: string, title = id): CaseCard => ({
  id,
  flow,
  flowName: { zh: flow },
  title,
  number: null,
  status: 'running',
  startedAt: '2026-11-24T01:00:00.000Z',
  endedAt: null,
  initiator: null,
  open: [],
  due: null,
});
