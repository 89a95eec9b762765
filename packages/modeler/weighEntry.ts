import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What of a built file is looked at: a chunk's code and what it pulls in at once, an asset's source. */
export interface Built {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly imports?: readonly string[];
  /** Length of the code that each source file left in the chunk. */
  readonly modules?: { readonly [id: string]: { readonly renderedLength: number } };
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string> } | undefined;
}

export interface Weight {
  /** Gzipped bytes of everything the first page loads before it can draw: scripts by static imports, style sheets, the page itself. */
  readonly bytes: number;
  readonly files: readonly string[];
  /** Packages by the length of their code before gzip, the longest first. */
  readonly packages: readonly { readonly name: string; readonly length: number }[];
}

/** Weighs the first page of a build. Whatever is loaded by `import()` is not in it. */
export function weigh(bundle: { readonly [fileName: string]: Built }): Weight {
  const seen = new Set<string>();
  const lengths = new Map<string, number>();
  const open = Object.values(bundle)
    .filter((one) => one.isEntry === true || one.fileName === 'index.html')
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

/**
 * Prints what the first page weighs, and fails the build with the list of what is in it when that is more than `most` bytes, or when it
 * holds a package that is to come `later`.
 */
export function weighEntry({ most, later }: { readonly most: number; readonly later: readonly string[] }): Plugin {
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
        if (bytes <= most) return;
        const list = packages.slice(0, 25).map(({ name, length }) => `  ${String(Math.round(length / 1024)).padStart(5)} KB  ${name}`);
        this.error(`${says}. In it, before gzip:\n${list.join('\n')}\nLoad what the board does not need by import().`);
      },
    },
  };
}
