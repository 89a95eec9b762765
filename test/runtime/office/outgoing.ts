import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Done } from '../../../packages/runtime/src/office/pages.ts';
import type { Json } from '../../../packages/runtime/src/words/json.ts';
import { type Differently, demoOffice, person, yes } from './harness.ts';

/** The steps of 发文 before the seal, in their order. */
export const BEFORE_SEAL = [
  'out_draft',
  'out_receive',
  'out_first_check',
  'out_review',
  'out_sign',
  'out_number',
  'out_typeset',
  'out_proofread',
  'out_print',
] as const;

/** 发文 told briefly: 陆瑶 of 税政科 drafts, the others are those of the demo office. */
export async function outgoing(differently: Differently = {}) {
  const all = await demoOffice(differently);
  const begin = async (title = '关于规范税务文书的通知', urgency = 'normal'): Promise<string> =>
    (await all.start('lu-yao', 'outgoing-document', { title, draftUnit: 'tax-policy', urgency })).case;

  const draft = async (more: { readonly [field: string]: Json } = {}) => ({
    docType: 'circular',
    mainTo: '各区县税务局',
    openness: 'open',
    body: await all.upload('lu-yao', '正文.pdf'),
    ...more,
  });
  /** Each step by whoever does it, with what it needs. */
  const steps: { readonly [step: string]: () => Promise<Done> } = {
    out_draft: async () => all.does('lu-yao', 'out_draft', { values: await draft() }),
    out_receive: () => all.does('wu-fang', 'out_receive'),
    out_first_check: () => all.does('wu-fang', 'out_first_check', { outcome: 'pass' }),
    out_review: () =>
      all.does('li-min', 'out_review', {
        outcome: 'pass',
        values: { reviewOpinion: '同意送签。' },
        confirmed: ['out_review_risk_format'],
      }),
    out_sign: () => all.does('sun-weimin', 'out_sign', { outcome: 'sign', values: { signOpinion: '同意印发。' } }),
    out_number: () => all.does('wu-fang', 'out_number', { values: { copies: 20 } }),
    out_typeset: async () => all.does('ma-liang', 'out_typeset', { values: { proofSheet: await all.upload('ma-liang', '校样.pdf') } }),
    out_proofread: () => all.does('lu-yao', 'out_proofread', { outcome: 'clean' }),
    out_print: async () => all.does('ma-liang', 'out_print', { values: { finalFile: await all.upload('ma-liang', '成品.pdf') } }),
    check: () => all.does('lin-xia', 'check', { outcome: 'sealed', values: { checkNote: '手续齐全' }, confirmed: ['check_risk_seal'] }),
    stub: () => all.does('lin-xia', 'stub', { values: { sealedAt: '2026-11-24T10:00' } }),
    out_dispatch: () =>
      all.does('ma-liang', 'out_dispatch', {
        values: { dispatchList: [{ receiver: '各区县税务局', number: 20, way: 'system', sentOn: '2026-11-24' }] },
      }),
  };
  const doing = async (...names: readonly string[]): Promise<Done> => {
    let done: Done | undefined;
    for (const name of names) done = await steps[name]?.();
    if (!done) throw new Error('nothing was done');
    return done;
  };
  const timeline = async (caseId: string, who = 'lu-yao'): Promise<readonly string[]> =>
    yes(await all.office.timeline(person(who), id(caseId))).map((entry) => entry.words.zh);
  const pageOf = async (caseId: string, who = 'lu-yao') => yes(await all.office.case(person(who), id(caseId)));
  const back = async (who: string, from: string, to: string) => {
    const task = await all.taskOf(who, from);
    const target = yes(await all.office.returns(person(who), id(task.id))).find((one) => one.element === to);
    return all.office.returnTask(person(who), id(task.id), {
      request: all.request(),
      to: target?.visit ?? 'v999',
      reason: `退回${to}`,
      siblings: 'keep',
      then: 'flow',
    });
  };
  return { ...all, begin, doing, timeline, pageOf, back, draft };
}
