import { afterAll, afterEach } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drawn, Services } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { shimSvg } from './shims.ts';

interface Editor {
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  destroy(): void;
  get<Name extends keyof Services>(name: Name): Services[Name];
  get<Service>(name: string): Service;
}

interface CommandStack {
  canUndo(): boolean;
  undo(): void;
}

/** The editor with a diagram open in it, on a page that nobody sees. */
export interface Desk {
  readonly editor: Editor;
  readonly said: readonly { readonly template: string; readonly known: boolean }[];
  drawn(id: string): Drawn;
  xml(): Promise<string>;
  /** Undoes everything; how many steps that were. */
  undoAll(): number;
}

interface Door {
  makeModeler(
    container: HTMLElement,
    speaking: { readonly language: 'zh' | 'en'; readonly said: (template: string, known: boolean) => void },
  ): Editor;
  /** Opens a file so that saving changes nothing but what was edited. */
  openXml(editor: Editor, xml: string, show?: () => void): Promise<unknown>;
  saveXml(editor: Editor): Promise<string>;
}

const open: Editor[] = [];

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
  document.body.replaceChildren();
});

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let door: Promise<Door> | undefined;

/** Bundles the editor once for a test file, about a second. */
function openDoor(): Promise<Door> {
  shimSvg();
  const folder = mkdtempSync(join(tmpdir(), 'guicheng-editor-'));
  folders.push(folder);
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  const config = join(process.cwd(), 'test/modeler/studio/canvas/bundle.config.js');
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--outDir', folder], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return import(join(folder, 'editor.js')) as Promise<Door>;
}

/** One of the shipped diagrams. */
export const shipped = (file: string): string => readFileSync(join(process.cwd(), 'processes', file), 'utf8');

/** Opens a diagram in the editor. */
export async function openDesk(xml: string, language: 'zh' | 'en' = 'zh'): Promise<Desk> {
  door ??= openDoor();
  const { makeModeler } = await door;
  const container = document.body.appendChild(document.createElement('div'));
  const said: { template: string; known: boolean }[] = [];
  const editor = makeModeler(container, { language, said: (template, known) => said.push({ template, known }) });
  open.push(editor);
  const { warnings } = await editor.importXML(xml);
  if (warnings.length > 0) throw new Error(String(warnings[0]));
  return {
    editor,
    said,
    drawn(id) {
      const element = editor.get('elementRegistry').get(id);
      if (!element) throw new Error(`nothing is called ${id}`);
      return element;
    },
    xml: async () => (await editor.saveXML({ format: true })).xml,
    undoAll() {
      const stack = editor.get<CommandStack>('commandStack');
      let steps = 0;
      for (; stack.canUndo(); steps += 1) stack.undo();
      return steps;
    },
  };
}

/** The editor with nothing open in it yet, and what opens and saves files in it. */
export async function emptyDesk(): Promise<{ readonly editor: Editor; readonly door: Door }> {
  door ??= openDoor();
  const opened = await door;
  const editor = opened.makeModeler(document.body.appendChild(document.createElement('div')), { language: 'zh', said: () => undefined });
  open.push(editor);
  return { editor, door: opened };
}

/** The lines of a file without their order: bpmn-js moves what it touches to the end, and saving puts it back (see fidelity). */
export const linesOf = (xml: string): readonly string[] =>
  xml
    .split('\n')
    .map((line) => line.trim())
    .toSorted();

/** The lines that one file has more often than the other. */
export function linesOnlyIn(one: string, other: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(one).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
