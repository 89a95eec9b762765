import { test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { blocks, draw } from '../kernel/blocks.ts';
import { plansOf, processesIn } from '../kernel/harness.ts';
import { Pair } from './pair.ts';
import { numbersFrom, someAct } from './randomly.ts';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';

const RUNS = Number(process.env.RUNS ?? 20);
const ONLY = process.env.ONLY;
const SEED = process.env.SEED;

test('explore', async () => {
  const betsy = '/work/shared/conformance/betsy';
  const cases = JSON.parse(readFileSync(`${betsy}/cases.json`, 'utf8')) as readonly { file: string }[];
  const feelOf = (text: string) => text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').replace(/\$\{([^}]*)\}/g, '$1').replace(/test\.contains\("(\w+)"\)/g, 'contains(test, "$1")').replace(/!\s*(contains\([^)]*\))/g, 'not($1)').replace(/&amp;&amp;/g, 'and');
  const translated = (xml: string) => xml.replace(/(<(?:\w+:)?(?:conditionExpression|condition|completionCondition|loopCondition|activationCondition|loopCardinality)\b[^>]*>)((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)(<\/)/g, (_, o: string, b: string, c: string) => `${o}${feelOf(b)}${c}`);
  const files: [string, string][] = [
    ...readdirSync('test/runtime/kernel').filter((f) => f.endsWith('.bpmn')).map((f): [string, string] => [f, readFileSync(`test/runtime/kernel/${f}`, 'utf8')]),
    ...(existsSync(betsy) ? cases.map(({ file }): [string, string] => [file, translated(readFileSync(`${betsy}/${file}`, 'utf8'))]) : []),
    ['all', '']];
  const found = new Map<string, string>();
  let acts = 0, ms = 0, most = 0;
  const play = async (name: string, processes: Parameters<typeof plansOf>[0], root: string | undefined) => {
    const plans = plansOf(processes, root);
    if (unsupported(plans).length > 0 || bpmnEngineExecutor().unsupported(plans).length > 0) return void found.set(`${name} ${root}`, 'unsupported');
    const all = processes.flatMap((p) => plans.get(`${p.key}@1` as never) ?? []);
    const main = plans.get(plans.root);
    if (!main) return;
    const starts = main.process.elements.filter((e) => e.parent === null && (e.type === 'startEvent' || e.instantiate));
    const first = starts.length > 0 ? starts : main.entries(null).slice(0, 1);
    for (let seed = 1; seed <= RUNS; seed += 1) {
      if (SEED && Number(SEED) !== seed) continue;
      const next = numbersFrom(seed);
      const pair = new Pair(plans);
      const history: string[] = [];
      try {
        const one = { kind: 'start' as const, at: first[next(first.length)]?.id ?? '', payload: { items: ['a', 'b'], x: true } };
        history.push(JSON.stringify(one));
        await pair.act(one);
        for (let n = 0; n < 14; n += 1) {
          const act = someAct(pair, all, next);
          if (!act) break;
          history.push(`${JSON.stringify(act)} on ${pair.open.join(', ')}`);
          const t = performance.now();
          await pair.act(act);
          const d = performance.now() - t; ms += d; acts += 1; if (d > most) most = d;
        }
      } catch (error) {
        const text = String(error).slice(0, 600);
        if (/two tokens|unsupported/.test(text)) { const k = `two ${name}`; if (SEED) found.set(k + seed, text + history.join('\n   ')); found.set(k, String(Number(found.get(k) ?? 0) + 1)); continue; }
        if (!found.has(`${name} ${root}`) || SEED) found.set(`${name} ${root}`, `seed ${seed}: ${text}\n   ${SEED ? history.join('\n   ') : history.length}`);
      }
    }
  };
  for (const [file, xml] of files) {
    if (ONLY && !file.includes(ONLY)) continue;
    const processes = file === 'all'
      ? [...(await processesIn(readFileSync('processes/04-electronic-documents.bpmn', 'utf8'))), ...(await processesIn(readFileSync('processes/06-seal-use.bpmn', 'utf8')))]
      : await processesIn(xml);
    for (const p of processes) await play(file, processes, p.key);
  }
  if (!ONLY || ONLY === 'blocks') {
    const samples = fc.sample(blocks, { numRuns: RUNS * 4, seed: 7 });
    for (const [n, block] of samples.entries()) await play(`blocks${n}`, [draw(block).process], undefined);
  }
  console.log([...found].filter(([, v]) => v !== 'unsupported').map(([k, v]) => `${k}: ${v}`).join('\n'), '\nunsupported', [...found.values()].filter((v) => v === 'unsupported').length, 'acts', acts, 'mean', ms / acts, 'most', most);
}, 600000);
