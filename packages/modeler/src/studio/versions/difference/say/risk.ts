import type { Text } from '@guicheng/runtime/model';
import type { Said, Spot, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { paired } from '../pair.ts';
import { alike, listOf, partsIn, textOf } from '../read.ts';
import { en, said, turned } from '../sentence.ts';
import { inLanguages } from './texts.ts';

const LEVELS: { readonly [level: string]: Both } = {
  '1': { zh: '一级', en: 'level 1' },
  '2': { zh: '二级', en: 'level 2' },
  '3': { zh: '三级', en: 'level 3' },
};

/** The risk points of a step, with their controls. */
export const tellRisks: Teller = (was, now, at) => {
  const [from, to] = [listOf(was), listOf(now)];
  const { gone, come, kept } = paired(from, to, (risk) => textOf(risk, 'id'));
  return [
    ...come.map((risk): Said => {
      const { zh, en: english } = levelOf(risk);
      return { ...said('risk', { zh: `增加风险点（${zh}）`, en: `New risk point (${english})` }), now: wholeOf(risk) };
    }),
    ...gone.map((risk): Said => {
      const { zh, en: english } = levelOf(risk);
      return { ...said('risk', { zh: `删去风险点（${zh}）`, en: `Removed risk point (${english})` }), was: wholeOf(risk) };
    }),
    ...kept.flatMap((pair) => tellRisk(pair.was, pair.now, at)),
  ];
};

function tellRisk(was: Facts, now: Facts, at: Spot): readonly Said[] {
  const post = (risk: Facts): Text => at.names.posts.find((one) => one.id === textOf(risk, 'post'))?.name ?? { zh: textOf(risk, 'post') };
  const lines: Said[] = [];
  if (!alike(was['level'], now['level']))
    lines.push(turned('risk', { zh: '风险等级', en: 'Level of the risk' }, { was: levelOf(was), now: levelOf(now) }));
  if (!alike(was['post'], now['post']))
    lines.push(turned('risk', { zh: '风险点的责任岗位', en: 'Post that answers for the risk' }, { was: post(was), now: post(now) }));
  if (!alike(was['confirm'], now['confirm']))
    lines.push(
      now['confirm'] === true
        ? said('risk', { zh: '防控措施须勾选确认后才能提交', en: 'The control must be ticked before completing' })
        : said('risk', { zh: '防控措施不再要求勾选', en: 'The control need no longer be ticked' }),
    );
  if (!alike(was['dangers'], now['dangers']))
    lines.push({
      ...said('risk', { zh: '风险点的表述有变化', en: 'The risk is worded otherwise' }),
      was: inLanguages(partsIn(was, 'dangers')),
      now: inLanguages(partsIn(now, 'dangers')),
    });
  if (!alike(was['controls'], now['controls']))
    lines.push({
      ...said('risk', { zh: '防控措施有变化', en: 'The control changed' }),
      was: inLanguages(partsIn(was, 'controls')),
      now: inLanguages(partsIn(now, 'controls')),
    });
  if (!alike(was['$attrs'], now['$attrs']))
    lines.push(said('foreign', { zh: '风险点：其他软件的附加信息有变化', en: 'Risk point: additions of other software changed' }));
  return lines;
}

const levelOf = (risk: Facts): Both => LEVELS[textOf(risk, 'level')] ?? { zh: '未定级', en: 'no level' };

const wholeOf = (risk: Facts): Text => {
  const [danger, control] = [inLanguages(partsIn(risk, 'dangers')), inLanguages(partsIn(risk, 'controls'))];
  return { zh: `${danger.zh}防控措施：${control.zh}`, en: `${en(danger)} Control: ${en(control)}` };
};
