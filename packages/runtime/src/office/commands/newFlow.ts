import type { Answered } from '../../ports/commit.ts';
import { digest } from '../../words/digest.ts';
import type { PersonId } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import { notFound } from '../decide.ts';
import { allDrafts } from '../drawing/all.ts';
import { drawingStream, type DrawingDraft, type DrawingFacts } from '../drawing/facts.ts';
import { firstDrawing } from '../drawing/firstDrawing.ts';
import { loadDrawing, ownerOf, type Drawing } from '../drawing/load.ts';
import { newKey } from '../drawing/newKey.ts';
import { drawingTexts } from '../drawing/texts.ts';
import type { Answer, Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { homeOf } from '../processKeys.ts';
import { isProcessKey, oddKey } from '../publishing.ts';

/** What a name must not hold: XML cannot even write it. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f\ufffe\uffff]/g;

/** Begins a flow as a draft: with a first step, or from the text of a file. It is on nobody else's shelf before it is published. */
export const newFlow =
  (parts: Parts): Office['newFlow'] =>
  async (who, input) => {
    if (!(await ownerOf(parts, who))) return notFound('');
    const name = input.name.replaceAll(CONTROL, ' ').trim();
    if (name === '' || name.length > 60)
      return refuse('invalidInput', 'name', {
        zh: '请给流程起一个名称，至多 60 个字',
        en: 'Give the flow a name of at most 60 characters',
      });
    const own = newKey(name, `${who}\n${input.request}`);
    const xml = input.xml ?? firstDrawing({ key: own, name });
    const looked = await parts.examiner.look(xml, who);
    if (!looked.ok) return looked;
    const { ok: _, ...about } = looked;
    const [first] = [...about.processes.filter((process) => process.executable), ...about.processes];
    if (!first) return refuse('invalidDiagram', 'xml', { zh: '至少含一个流程（process）的文件', en: 'A file with at least one process' });
    const request = { id: input.request, digest: digest(canonical({ who, input: given(input) })), answer: { flow: first.key } };
    for (;;) {
      const before = await loadDrawing(parts, first.key);
      const answered = before.head?.answered.find((one) => one.id === request.id);
      if (answered) return answeredBefore(answered, request);
      const taken = (await misnamed(parts, before.file, about.processes)) ?? occupied(before);
      if (taken) return taken;
      const text = await drawingTexts(parts).put(first.key, xml);
      const begun = await begin(parts, before, { who, draft: { base: 0, text, digest: digest(xml), about }, request });
      if (begun) return { ok: true, value: { flow: first.key } };
      await drawingTexts(parts).drop(first.key, text);
    }
  };

async function begin(
  parts: Parts,
  { file, head }: Awaited<ReturnType<typeof loadDrawing>>,
  made: {
    readonly who: PersonId;
    readonly draft: Omit<DrawingDraft, 'savedAt' | 'savedBy'>;
    readonly request: Answered;
  },
): Promise<boolean> {
  const { who } = made;
  const at = nextInstant(parts.clock, head);
  const facts: DrawingFacts = {
    file,
    revision: (head?.revision ?? 0) + 1,
    draft: { ...made.draft, savedAt: at, savedBy: who },
    holder: null,
    changed: { by: who, at },
  };
  const { result } = await append(parts, head, {
    stream: drawingStream(file),
    at,
    actor: { id: who, via: 'person' },
    parts: { state: { snapshot: null, facts: facts as unknown as Json }, events: [{ type: 'FlowBegun' }] },
    request: made.request,
  });
  return result.ok;
}

const given = ({ name, xml }: { readonly name: string; readonly xml?: string | undefined }): { readonly [key: string]: string } =>
  xml === undefined ? { name } : { name, xml };

const answeredBefore = (answered: Answered, request: Answered): Answer<{ readonly flow: string }> =>
  answered.digest === request.digest
    ? { ok: true, value: answered.answer as { readonly flow: string } }
    : refuse('requestReused', request.id, {
        zh: '同一请求编号已用于另一项操作，请刷新后重试',
        en: 'This request id was used for something else; reload and try again',
      });

/** Keys that cannot be used, or are used elsewhere already, each with where. */
async function misnamed(parts: Parts, file: string, processes: readonly { readonly key: string }[]): Promise<Refused | undefined> {
  const used = new Map<string, string>();
  for (const { facts } of await allDrafts(parts))
    for (const process of facts.draft?.about.processes ?? []) used.set(process.key, process.name.zh || facts.file);
  for (const { process } of await parts.definitions.standing()) used.set(process.key, process.name.zh);
  const refusals: Refused[] = [];
  for (const { key } of processes) {
    const home = isProcessKey(key) ? await homeOf(parts, key) : undefined;
    const where = used.get(key) ?? (home === file ? undefined : home);
    if (!isProcessKey(key)) refusals.push(oddKey(key));
    else if (where !== undefined) refusals.push(alreadyThere(key, where));
  }
  const [first] = refusals;
  return first && { ...first, fields: refusals.map(({ culprit, code, expected }) => ({ field: culprit, code, expected })) };
}

/** A file may be called like a process that it holds no more: what is drawn or published in it is another flow, which is left alone. */
const occupied = ({ file, newest, facts }: Drawing): Refused | undefined =>
  newest || facts.draft ? alreadyThere(file, newest?.processes[0] ?? file) : undefined;

const alreadyThere = (key: string, where: string): Refused =>
  refuse('invalidDiagram', key, {
    zh: `标识“${key}”已属于流程“${where}”；请在那个流程里上传，或换一个标识`,
    en: `“${key}” is the flow “${where}” already; upload the file there, or give the process another key`,
  });
