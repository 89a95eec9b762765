/** Words of the case page, in Chinese. */
export const caseRoom = {
  progress: '办理过程',
  diagram: '流程图',
  attachments: '附件',
  undelivered: '尚未送达',
  play: '回放',
} as const;
