// Checks who imports whom, shows that every source file was seen, and plants a violation of each rule to show that it is caught.
import { mkdtempSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { transformSync } from '@swc/core';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const rules = createRequire(import.meta.url)('./rules.cjs');
const SOURCES = ['packages/runtime/src', 'packages/server/src', 'packages/modeler/src'];

const sourcesIn = (base) =>
  SOURCES.flatMap((folder) =>
    readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(base, join(entry.parentPath, entry.name))),
  );

async function look(base) {
  process.chdir(base);
  const result = await cruise(SOURCES, { ...rules.options, baseDir: base, validate: true, ruleSet: { forbidden: rules.forbidden } });
  process.chdir(root);
  return result.output;
}

const RUNTIME = 'packages/runtime/src';
/** One wrong import for each kind of rule: file, what it imports, the rule that must say no. */
const PLANTED = [
  ['packages/runtime/src/words/planted.ts', '../kernel/marking.ts', 'runtime-words-imports-only-what-stands-before-it'],
  ['packages/runtime/src/calendar/planted.ts', '../organization/model.ts', 'runtime-calendar-imports-only-what-stands-before-it'],
  ['packages/runtime/src/organization/planted.ts', '../diagram/model.ts', 'runtime-organization-imports-only-what-stands-before-it'],
  ['packages/runtime/src/diagram/planted.ts', '../plan/plan.ts', 'runtime-diagram-imports-only-what-stands-before-it'],
  ['packages/runtime/src/plan/planted.ts', '../kernel/marking.ts', 'runtime-plan-imports-only-what-stands-before-it'],
  ['packages/runtime/src/kernel/planted.ts', '../form/form.ts', 'runtime-kernel-imports-only-what-stands-before-it'],
  ['packages/runtime/src/deadline/planted.ts', '../case/event.ts', 'runtime-deadline-imports-only-what-stands-before-it'],
  ['packages/runtime/src/form/planted.ts', '../case/event.ts', 'runtime-form-imports-only-what-stands-before-it'],
  ['packages/runtime/src/risk/planted.ts', '../case/event.ts', 'runtime-risk-imports-only-what-stands-before-it'],
  ['packages/runtime/src/case/planted.ts', '../ports/rows.ts', 'runtime-case-imports-only-what-stands-before-it'],
  ['packages/runtime/src/timeline/planted.ts', '../ports/rows.ts', 'runtime-timeline-imports-only-what-stands-before-it'],
  ['packages/runtime/src/ports/planted.ts', '../store/cursor.ts', 'runtime-ports-imports-only-what-stands-before-it'],
  ['packages/runtime/src/store/planted.ts', '../office/parts.ts', 'runtime-store-imports-only-what-stands-before-it'],
  ['packages/runtime/src/executor/planted.ts', '../store/cursor.ts', 'executors-and-stores-never-meet'],
  ['packages/runtime/src/executor/bpmn-engine/planted.ts', '../../kernel/step.ts', 'bpmn-engine-knows-nothing-of-the-kernel'],
  ['packages/runtime/src/executor/bpmn-engine/planted2.ts', '../../soundness/judge.ts', 'bpmn-engine-knows-nothing-of-the-kernel'],
  ['packages/runtime/src/rehearsal.ts', './executor/bpmn-engine/body.ts', 'browsers-load-no-bpmn-engine'],
  ['packages/runtime/src/office/planted.ts', 'bpmn-elements', 'bpmn-engine-only-behind-its-executor'],
  ['packages/runtime/src/store/planted2.ts', `../executor/planted3.ts`, 'stores-and-executors-never-meet'],
  ['packages/runtime/src/kernel/planted2.ts', 'node:fs', 'only-stores-and-the-servers-door-use-node'],
  ['packages/runtime/src/kernel/planted3.ts', 'feelin', 'feelin-only-behind-diagram-feel'],
  ['packages/runtime/src/kernel/planted4.ts', 'dmn-moddle', 'dmn-moddle-only-behind-diagram-dmn'],
  ['packages/server/src/planted.ts', '../../runtime/src/kernel/marking.ts', 'server-only-through-the-runtimes-door'],
  ['packages/modeler/src/studio/file/planted.ts', '../canvas/services.ts', 'studio-file-imports-only-what-stands-before-it'],
  ['packages/modeler/src/studio/condition/planted.ts', '../panel/asked.ts', 'studio-condition-imports-only-what-stands-before-it'],
  ['packages/modeler/src/studio/canvas/planted.ts', '../panel/asked.ts', 'studio-canvas-imports-only-what-stands-before-it'],
  ['packages/modeler/src/studio/panel/planted.ts', '../drawing/hold.ts', 'studio-panel-imports-only-what-stands-before-it'],
  ['packages/modeler/src/studio/drawing/planted.ts', '../versions/source.ts', 'studio-drawing-imports-only-what-stands-before-it'],
  ['packages/modeler/src/studio/versions/planted.ts', '../panel/asked.ts', 'versions-know-neither-canvas-nor-panel'],
  ['packages/modeler/src/studio/planted.ts', './file/plain.ts', 'looking-at-a-diagram-brings-nothing-of-the-editor'],
  ['packages/modeler/src/case/planted.ts', '../studio/drawing/hold.ts', 'other-rooms-only-look-at-diagrams'],
  ['packages/modeler/src/ui/planted.ts', '../task/values.ts', 'only-the-frame-and-its-list-of-rooms-know-the-rooms'],
  ['packages/modeler/src/api/planted.ts', '../ui/title.ts', 'asking-the-server-knows-words-alone'],
  ['packages/modeler/src/words/planted.ts', '../api/session.ts', 'words-know-no-page'],
  ['packages/modeler/src/planted.ts', '../../runtime/src/index.ts', 'modeler-only-through-the-browsers-doors'],
];

/** A copy to look at: the same files, with JSX compiled away, as the parser reads TypeScript but no JSX; every import stays. */
function copyOfSources() {
  const copy = mkdtempSync(join(tmpdir(), 'guicheng-imports-'));
  for (const folder of SOURCES) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  for (const file of sourcesIn(copy).filter((name) => name.endsWith('.tsx'))) {
    const { code } = transformSync(readFileSync(join(copy, file), 'utf8'), {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' }, verbatimModuleSyntax: true },
      },
    });
    writeFileSync(join(copy, file), code);
  }
  return copy;
}

const copy = copyOfSources();
const found = await look(copy);
const problems = found.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
const sources = sourcesIn(root);
const seen = new Set(found.modules.map((module) => module.source));
for (const source of sources) if (!seen.has(source)) problems.push(`not seen by the import rules: ${source}`);

mkdirSync(join(copy, RUNTIME, 'executor'), { recursive: true });
writeFileSync(join(copy, RUNTIME, 'executor/planted3.ts'), 'export const planted = 1;\n');
writeFileSync(join(copy, RUNTIME, 'words/circleA.ts'), "import { b } from './circleB.ts';\nexport const a = () => b;\n");
writeFileSync(join(copy, RUNTIME, 'words/circleB.ts'), "import { a } from './circleA.ts';\nexport const b = () => a;\n");
for (const [file, target] of PLANTED) writeFileSync(join(copy, file), `import * as planted from '${target}';\nexport { planted };\n`);
const caught = (await look(copy)).summary.violations.map((violation) => `${violation.rule.name}|${violation.from}`);
for (const [file, , rule] of PLANTED) if (!caught.includes(`${rule}|${file}`)) problems.push(`the rule ${rule} did not catch ${file}`);
if (!caught.some((one) => one.startsWith('no-cycles|'))) problems.push('the rule no-cycles did not catch a cycle');
rmSync(copy, { recursive: true });

/** How long files are: the middle one, and the one that nine of ten are no longer than. */
const lengths = sources
  .map((source) => readFileSync(join(root, source), 'utf8').split('\n').length - 1)
  .sort((left, right) => left - right);
const lengthAt = (share) => lengths[Math.floor((lengths.length - 1) * share)];

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  `imports: ${sources.length} source files seen, ${PLANTED.length + 1} planted violations caught, ${problems.length} problems; ` +
    `lines of a file: median ${lengthAt(0.5)}, 90th percentile ${lengthAt(0.9)}, longest ${lengths.at(-1)}\n`,
);
process.exit(problems.length === 0 ? 0 : 1);
