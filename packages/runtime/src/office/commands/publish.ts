import { checkDiagram } from '../../diagram/check.ts';
import type { Diagram, Process } from '../../diagram/model.ts';
import { parseDiagram } from '../../diagram/parse.ts';
import { definitionRef, id, type ProcessKey, type Revision } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { compile } from '../../plan/compile.ts';
import { append, nextInstant } from '../append.ts';
import { diagramStream, type Definition, type Published } from '../definitions.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Publishes all processes of a BPMN file as a new version; the very same text again changes nothing. */
export const publish =
  (parts: Parts): Office['publish'] =>
  async (who, publication) => {
    const organization = await parts.house.organization();
    const owner = organization.people.find((person) => person.id === who);
    if (who !== 'system' && !owner?.roles.includes('processOwner')) return notFound(publication.file);
    const parsed = await parseDiagram(publication.xml);
    if (!parsed.ok) return parsed;
    const processes = parsed.diagram.processes.filter((process) => process.executable);
    if (processes.length === 0)
      return refuse('invalidDiagram', publication.file, { zh: '图中没有可执行的流程', en: 'The diagram holds no executable process' });
    // Another server may have published within the second for which the list is remembered.
    parts.definitions.forget();
    const others = (await parts.definitions.all()).filter((one) => one.published.file !== publication.file);
    const misplaced = heldElsewhere(processes, others) ?? stillCalled(parsed.diagram, await heldBefore(parts, publication.file), others);
    if (misplaced) return misplaced;
    const beside = (publication.beside ?? []).map((key) => id<'key'>(key));
    const known = { processes: [...others.map((one) => one.process.key), ...beside] };
    const finding = checkDiagram(parsed.diagram, known).find((one) => one.severity === 'error');
    if (finding) return refuse('invalidDiagram', finding.element, finding.message);
    const stream = diagramStream(publication.file);
    for (;;) {
      const head = await parts.store.load(stream);
      const before = head?.facts as unknown as Published | undefined;
      const refs = (version: Revision) => processes.map((process) => definitionRef(process.key, version));
      if (head && before?.xml === publication.xml) return { ok: true, value: { definitions: refs(head.revision), unchanged: true } };
      const revision = (head?.revision ?? 0) + 1;
      const unsupported = processes.flatMap((process) => {
        const ref = definitionRef(process.key, revision);
        const plan = compile(process, ref);
        return parts.executor.unsupported({ root: ref, get: (one) => (one === ref ? plan : undefined), pin: () => undefined });
      });
      const [first] = unsupported;
      if (first)
        return refuse('unsupported', first.element, {
          zh: `暂不支持：${first.construct}（${first.reason}）`,
          en: `Not supported: ${first.construct} (${first.reason})`,
        });
      const at = nextInstant(parts.clock, head);
      const facts: Published = {
        file: publication.file,
        xml: publication.xml,
        note: publication.note,
        publishedBy: who,
        publishedAt: at,
        processes: processes.map((process) => process.key),
      };
      const rows = processes.map((process) => ({
        table: 'definition',
        id: definitionRef(process.key, revision),
        revision,
        key: process.key,
        version: revision,
        name: process.name,
        file: publication.file,
        publishedAt: at,
        publishedBy: who,
        note: publication.note,
        effectiveFrom: at,
      }));
      const { result } = await append(parts, head, {
        stream,
        at,
        actor: { id: who, via: who === 'system' ? 'system' : 'person' },
        parts: {
          state: { snapshot: null, facts: facts as unknown as Json },
          events: [{ type: 'DiagramPublished', file: publication.file, note: publication.note, processes: facts.processes }],
          rows: rows as unknown as Json,
        },
      });
      parts.definitions.forget();
      if (result.ok) return { ok: true, value: { definitions: refs(revision), unchanged: false } };
    }
  };

const heldBefore = async (parts: Parts, file: string): Promise<readonly ProcessKey[]> =>
  (await parts.definitions.all()).filter((one) => one.published.file === file).map((one) => one.process.key);

/** A process lives in one file: two files with the same key would take turns at being the latest. */
function heldElsewhere(processes: readonly Process[], others: readonly Definition[]): Refused | undefined {
  for (const { key } of processes) {
    const other = others.find((one) => one.process.key === key);
    if (other)
      return refuse('invalidDiagram', key, {
        zh: `流程“${key}”已在文件“${other.published.file}”中，请换一个标识`,
        en: `The process “${key}” is in the file “${other.published.file}” already; give this one another key`,
      });
  }
  return undefined;
}

/** What other flows call may not be left out. */
function stillCalled(diagram: Diagram, before: readonly ProcessKey[], others: readonly Definition[]): Refused | undefined {
  const gone = new Set(before.filter((key) => !diagram.processes.some((process) => process.key === key && process.executable)));
  for (const caller of others) {
    const element = caller.process.elements.find((one) => one.call && gone.has(id(one.call.key)));
    if (element?.call)
      return refuse('invalidDiagram', element.call.key, {
        zh: `流程“${caller.process.name.zh}”的“${element.name.zh}”还在调用“${element.call.key}”`,
        en: `“${element.name.en ?? element.name.zh}” of “${caller.process.name.en ?? caller.process.name.zh}” still calls “${element.call.key}”`,
      });
  }
  return undefined;
}
