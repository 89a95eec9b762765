import type { Said, Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import type { Both } from '../kindOf.ts';
import { paired } from '../pair.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, textOf } from '../read.ts';
import { both, en, row, said, turned } from '../sentence.ts';
import { ownName } from '../side.ts';

const CLEARANCES: { readonly [level: string]: Both } = {
  open: { zh: '公开', en: 'open' },
  '': { zh: '内部', en: 'internal' },
  secret: { zh: '秘密', en: 'secret' },
  confidential: { zh: '机密', en: 'confidential' },
  topSecret: { zh: '绝密', en: 'top secret' },
};

const ABOUT: { readonly [name: string]: Both } = {
  number: { zh: '流程编号', en: 'Number of the flow' },
  area: { zh: '所属类别', en: 'Area' },
  title: { zh: '办件标题的写法', en: 'Title of its cases' },
  numberField: { zh: '办件编号取自', en: 'Number of its cases from' },
};

/** What is said of a flow as a whole. */
export const tellAbout: Teller = (was, now, at) => {
  const [from, to] = [listOf(was)[0] ?? {}, listOf(now)[0] ?? {}];
  const lines: Said[] = Object.entries(ABOUT)
    .filter(([name]) => !alike(from[name], to[name]))
    .map(([name, what]) => {
      const value = (side: Facts): Both | undefined => {
        const text = textOf(side, name);
        const field = name === 'numberField' ? at.after.field(at.piece.process, text) : { zh: text };
        return text === '' ? undefined : both(inQuotes(field));
      };
      return turned('about', what, { was: value(from), now: value(to) });
    });
  const level = (word: Facts): Both =>
    CLEARANCES[textOf(word, 'clearance')] ?? { zh: textOf(word, 'clearance'), en: textOf(word, 'clearance') };
  if (!alike(from['clearance'], to['clearance']))
    lines.push(turned('about', { zh: '密级', en: 'Clearance' }, { was: level(from), now: level(to) }));
  return lines;
};

/** The number series. */
export const tellSeries: Teller = (was, now) => {
  const { gone, come, kept } = paired(listOf(was), listOf(now), (series) => textOf(series, 'key'));
  const called = (series: Facts) => inQuotes(ownName(series));
  return [
    ...come.map((series) =>
      said('about', {
        zh: `增加编号规则${called(series).zh}（${textOf(series, 'pattern')}）`,
        en: `New number series ${en(called(series))} (${textOf(series, 'pattern')})`,
      }),
    ),
    ...gone.map((series) => said('about', { zh: `删去编号规则${called(series).zh}`, en: `Removed number series ${en(called(series))}` })),
    ...kept.map((pair) =>
      pair.was['pattern'] === pair.now['pattern']
        ? said('about', {
            zh: `编号规则${called(pair.was).zh}的名称有变化`,
            en: `The number series ${en(called(pair.was))} has another name`,
          })
        : turned(
            'about',
            { zh: `编号规则${called(pair.now).zh}`, en: `Number series ${en(called(pair.now))}` },
            { was: { zh: textOf(pair.was, 'pattern') }, now: { zh: textOf(pair.now, 'pattern') } },
          ),
    ),
  ];
};

/** How it touches other flows. */
export const tellLinks: Teller = (was, now) => {
  const { gone, come, kept } = paired(listOf(was), listOf(now), (link) => `${textOf(link, 'to')} ${textOf(link, 'at')}`);
  const what = (links: readonly Facts[]): Both => row(links.map((link) => inQuotes({ zh: textOf(link, 'what') || textOf(link, 'to') })));
  return [
    ...(come.length === 0
      ? []
      : [said('about', { zh: `增加与其他流程的关系${what(come).zh}`, en: `New relation to other flows: ${what(come).en}` })]),
    ...(gone.length === 0
      ? []
      : [said('about', { zh: `删去与其他流程的关系${what(gone).zh}`, en: `Removed relation to other flows: ${what(gone).en}` })]),
    ...(kept.length === 0
      ? []
      : [
          said('about', {
            zh: `与其他流程的关系${what(kept.map((pair) => pair.now)).zh}有变化`,
            en: `Changed relation to other flows: ${what(kept.map((pair) => pair.now)).en}`,
          }),
        ]),
  ];
};

/** Whether it is run or only a picture. */
export const tellExecutable: Teller = (_was, now) => [
  now === true
    ? said('about', { zh: '改为可以运行的流程', en: 'Is now a flow that can run' })
    : said('about', { zh: '改为只供查看，不能运行', en: 'Is now only to be looked at and cannot run' }),
];
