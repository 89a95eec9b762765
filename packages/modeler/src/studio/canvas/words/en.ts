import type { CanvasWord } from './zh.ts';

/** The same in English; the type keeps it complete. */
export const en: { readonly [word in CanvasWord]: string } = {
  select: 'Select',
  hand: 'Move canvas',
  lasso: 'Select area',
  space: 'Make room',
  connect: 'Connect',
  start: 'Begin',
  step: 'Step',
  many: 'Countersign',
  decision: 'Branch',
  parallel: 'Side by side',
  limit: 'Time limit',
  receive: 'Wait for mail',
  call: 'Call a flow',
  end: 'End',
  more: 'More',
  less: 'Less',
  subProcess: 'Part with steps',
  automatic: 'Automatic step',
  send: 'Send message',
  manual: 'Done on paper',
  wait: 'Wait a while',
  lane: 'Lane (post)',
  pool: 'Outside party',
  note: 'Note',
};
