import { checkDiagram } from '../../diagram/check.ts';
import { parseDiagram } from '../../diagram/parse.ts';
import { personName } from '../../organization/names.ts';
import { definitionRef, type Revision } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { compile } from '../../plan/compile.ts';
import { append, nextInstant } from '../append.ts';
import { diagramStream, type Published } from '../definitions.ts';
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
    const finding = checkDiagram(parsed.diagram).find((one) => one.severity === 'error');
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
      const publishedBy = who === 'system' ? '规程' : personName(organization, who).zh;
      const facts: Published = {
        file: publication.file,
        xml: publication.xml,
        note: publication.note,
        publishedBy,
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
        publishedBy,
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
