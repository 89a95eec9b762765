import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What of a built file is looked at: a chunk's code and what it pulls in at once, an asset's source. */
export interface Built {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly imports?: readonly string[];
  /** What it may load later. */
  readonly dynamicImports?: readonly string[];
  /** Length of the code that each source file left in the chunk. */
  readonly modules?: { readonly [id: string]: { readonly renderedLength: number } };
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string> } | undefined;
}

/** The page that is weighed. */
const PAGE = 'index.html';

export interface Weight {
  /** Gzipped bytes of everything the first page loads before it can draw: scripts by static imports, style sheets, the page itself. */
  readonly bytes: number;
  readonly files: readonly string[];
  /** Packages by the length of their code before gzip, the longest first. */
  readonly packages: readonly { readonly name: string; readonly length: number }[];
}

/** Weighs the board's page of a build. Whatever is loaded by `import()` is not in it. */
export function weigh(bundle: { readonly [fileName: string]: Built }): Weight {
  const seen = new Set<string>();
  const lengths = new Map<string, number>();
  const open = Object.values(bundle)
    .filter((one) => one.fileName === PAGE || (one.isEntry === true && one.facadeModuleId?.endsWith(`/${PAGE}`)))
    .map((one) => one.fileName);
  let bytes = 0;
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const built = bundle[name];
    if (!built || seen.has(name)) continue;
    seen.add(name);
    bytes += gzipSync(built.code ?? built.source ?? '').length;
    open.push(...(built.imports ?? []), ...(built.viteMetadata?.importedCss ?? []));
    for (const [id, { renderedLength }] of Object.entries(built.modules ?? {})) {
      const owner = packageOf(id);
      lengths.set(owner, (lengths.get(owner) ?? 0) + renderedLength);
    }
  }
  const packages = [...lengths].map(([name, length]) => ({ name, length })).toSorted((left, right) => right.length - left.length);
  return { bytes, files: [...seen].toSorted(), packages };
}

const packageOf = (id: string): string => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? 'our own';

/** Less of a package, in bytes before gzip, is no more than its texts: antd's languages bring those of the date picker. */
const CRUMBS = 10 * 1024;

/** Which of the packages that only some rooms need have slipped into the first page. */
export const strayed = ({ packages }: Weight, later: readonly string[]): readonly string[] =>
  packages.filter(({ name, length }) => length > CRUMBS && later.includes(name)).map(({ name }) => name);

/** Code that only an editor needs: of bpmn-js and diagram-js whatever draws, changes and undoes. */
const EDITOR =
  /\/node_modules\/(bpmn-js\/lib\/(Modeler|features\/(modeling|palette|context-pad|popup-menu|label-editing|replace|copy-paste)\b)|diagram-js\/lib\/(command\/CommandStack|features\/(modeling|create|connect|bendpoints|resize|space-tool|palette|context-pad))\b)/;

/**
 * Which code of the editor a room brings along, also by what it loads later, that the first page has not: none, where diagrams are only
 * looked at. Rooms are named by the end of their source's path; one that is not in the build is a mistake of the asker, and told.
 */
export function editorIn(bundle: { readonly [fileName: string]: Built }, rooms: readonly string[]): readonly string[] {
  const first = new Set(weigh(bundle).files);
  return rooms.flatMap((room) => {
    const open = Object.values(bundle).filter(({ modules }) => Object.keys(modules ?? {}).some((id) => id.endsWith(room)));
    if (open.length === 0) return [`${room} is in no chunk`];
    const names = open.map(({ fileName }) => fileName);
    const seen = new Set<string>();
    const found = new Set<string>();
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const built = bundle[name];
      if (!built || seen.has(name)) continue;
      seen.add(name);
      names.push(...(built.imports ?? []), ...(first.has(name) ? [] : (built.dynamicImports ?? [])));
      for (const [id, { renderedLength }] of Object.entries(built.modules ?? {})) if (renderedLength > 0 && EDITOR.test(id)) found.add(id);
    }
    return [...found].map((id) => `${room} loads ${id.replace(/.*node_modules\//, '')}`);
  });
}

/**
 * Prints what the first page weighs, and fails the build with the list of what is in it when that is more than `most` bytes, or when it
 * holds a package that is to come `later`, or when one of the rooms that only `look` at diagrams brings the editor along.
 */
export function weighEntry({
  most,
  later,
  look,
}: {
  readonly most: number;
  readonly later: readonly string[];
  readonly look: readonly string[];
}): Plugin {
  return {
    name: 'weigh-entry',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const weight = weigh(bundle as unknown as { readonly [fileName: string]: Built });
        const { bytes, files, packages } = weight;
        const stray = strayed(weight, later);
        const says = `the board's first page weighs ${Math.round(bytes / 1024)} KB gzip of at most ${Math.round(most / 1024)}`;
        process.stderr.write(`guicheng: ${says}, in ${files.length} files\n`);
        if (stray.length > 0) this.error(`${says}, and it holds ${stray.join(', ')}: load that by import() where it is needed.`);
        const editor = editorIn(bundle as unknown as { readonly [fileName: string]: Built }, look);
        if (editor.length > 0)
          this.error(`rooms that only look at diagrams bring the editor along:\n  ${editor.slice(0, 10).join('\n  ')}`);
        if (bytes <= most) return;
        const list = packages.slice(0, 25).map(({ name, length }) => `  ${String(Math.round(length / 1024)).padStart(5)} KB  ${name}`);
        this.error(`${says}. In it, before gzip:\n${list.join('\n')}\nLoad what the board does not need by import().`);
      },
    },
  };
}
