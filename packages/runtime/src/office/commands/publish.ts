import { checkDiagram } from '../../diagram/check.ts';
import { parseDiagram } from '../../diagram/parse.ts';
import { definitionRef, id, type Revision } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import { nextInstant } from '../append.ts';
import { diagramStream, type Published } from '../definitions.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { belongsTo, homeOf } from '../processKeys.ts';
import { appendVersion, executableIn, misplacedIn, unsupportedIn } from '../publishing.ts';

/** Publishes all processes of a BPMN file as a new version, in force at once; the very same text again changes nothing. */
export const publish =
  (parts: Parts): Office['publish'] =>
  async (who, publication) => {
    const { file, xml, note } = publication;
    const organization = await parts.house.organization();
    const owner = organization.people.find((person) => person.id === who);
    if (who !== 'system' && !owner?.roles.includes('processOwner')) return notFound(file);
    const parsed = await parseDiagram(xml);
    if (!parsed.ok) return parsed;
    const processes = executableIn(parsed.diagram);
    // Another server may have published within the second for which the list is remembered.
    parts.definitions.forget();
    const standing = await parts.definitions.standing();
    const [misplaced] = misplacedIn(file, parsed.diagram, standing);
    if (misplaced) return misplaced;
    const others = standing.filter((one) => one.published.file !== file).map((one) => one.process.key);
    const beside = (publication.beside ?? []).map((key) => id<'key'>(key));
    for (const { key } of processes) {
      const home = (await homeOf(parts, key)) ?? file;
      if (home !== file) return belongsTo(key, home);
    }
    const finding = checkDiagram(parsed.diagram, { processes: [...others, ...beside] }).find((one) => one.severity === 'error');
    if (finding) return refuse('invalidDiagram', finding.element, finding.message);
    const [unsupported] = unsupportedIn(parts, processes);
    if (unsupported) return unsupported;
    for (;;) {
      const head = await parts.store.load(diagramStream(file));
      const before = head?.facts as unknown as Published | undefined;
      const refs = (version: Revision) => processes.map((process) => definitionRef(process.key, version));
      if (head && before?.xml === xml) return { ok: true, value: { definitions: refs(head.revision), unchanged: true } };
      const at = nextInstant(parts.clock, head);
      if (await appendVersion(parts, head, { file, xml, note, by: who, at, effectiveFrom: at, processes }))
        return { ok: true, value: { definitions: refs((head?.revision ?? 0) + 1), unchanged: false } };
    }
  };
