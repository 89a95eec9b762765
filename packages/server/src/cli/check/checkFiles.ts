import { readFileSync } from 'node:fs';
import {
  checkDiagram,
  type Diagram,
  type Finding,
  isForeign,
  Judge,
  type Judgement,
  OFFICE_RULES,
  parseDiagram,
} from '@guicheng/runtime/checking';

/** What a rule says, and whether it stands only in the way of publishing in an office. */
export interface RuleFinding extends Finding {
  readonly forPublishing: boolean;
}

export interface CheckedFile {
  readonly file: string;
  readonly rules: readonly RuleFinding[];
  /** One for each executable process, in the order of the file. */
  readonly processes: readonly Judgement[];
}

/** Checks files together, so that their processes know each other; what cannot be read or checked is said in one line each. */
export async function checkFiles(
  files: readonly string[],
): Promise<{ readonly checked: readonly CheckedFile[]; readonly unread: readonly string[] }> {
  const read: { readonly file: string; readonly diagram: Diagram }[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const diagram = await diagramOf(file);
    if (typeof diagram === 'string') unread.push(diagram);
    else read.push({ file, diagram });
  }
  const judge = new Judge(
    read.map(({ diagram }) => diagram),
    () => performance.now(),
  );
  const checked = read.flatMap((one) => {
    try {
      return [checkedOf(judge, one)];
    } catch (error) {
      // A fault of ours at one file says nothing of the others.
      unread.push(`guicheng: ${one.file} could not be checked: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  return { checked, unread };
}

function checkedOf(judge: Judge, { file, diagram }: { readonly file: string; readonly diagram: Diagram }): CheckedFile {
  // Whoever has used words of an office wants it published; other people's diagrams need not say who does a step.
  const foreign = new Set(diagram.processes.filter(isForeign).map(({ key }) => key));
  const rules = checkDiagram(diagram).map(
    (finding): RuleFinding => ({ ...finding, forPublishing: OFFICE_RULES.has(finding.rule) && foreign.has(finding.process) }),
  );
  const processes = diagram.processes.filter(({ executable }) => executable).map((process) => judge.of(process, diagram));
  return { file, rules, processes };
}

/** The diagram, or a line that says which file it is, what is wrong and where. */
async function diagramOf(file: string): Promise<Diagram | string> {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    return `guicheng: ${file} cannot be read: ${(error as NodeJS.ErrnoException).message}`;
  }
  const parsed = await parseDiagram(content);
  if (parsed.ok) return parsed.diagram;
  const { code, culprit, expected } = parsed;
  const line = `guicheng: ${file} is no diagram that can be read: ${culprit} (${code}): ${expected.zh} / ${expected.en ?? ''}`;
  return line.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
