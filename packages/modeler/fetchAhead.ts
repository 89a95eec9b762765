import type { HtmlTagDescriptor, Plugin } from 'vite';
import type { Built } from './weighEntry.ts';

interface Bundle {
  readonly [fileName: string]: Built;
}

/** The chunk of a source file with all that it imports at once, and their style sheets. The file is named by the end of its path. */
export function filesOf(bundle: Bundle, source: string): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const open = Object.values(bundle)
    .filter(({ modules }) => Object.keys(modules ?? {}).some((id) => id.endsWith(source)))
    .map(({ fileName }) => fileName);
  if (open.length === 0) throw new Error(`${source} is in no chunk`);
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (scripts.has(name)) continue;
    scripts.add(name);
    open.push(...(bundle[name]?.imports ?? []));
    for (const style of bundle[name]?.viteMetadata?.importedCss ?? []) styles.add(style);
  }
  return { scripts: [...scripts], styles: [...styles] };
}

/** Lets a page fetch what its script will import later beside the script itself, instead of after it. */
export const fetchAhead = ({ page, source }: { readonly page: string; readonly source: string }): Plugin => ({
  name: 'fetch-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path, bundle }) {
      if (!bundle || !path.endsWith(page)) return undefined;
      const { scripts, styles } = filesOf(bundle as unknown as Bundle, source);
      const link = (rel: string, name: string): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${name}` },
        injectTo: 'head',
      });
      const wanted = [...scripts.map((name) => link('modulepreload', name)), ...styles.map((name) => link('stylesheet', name))];
      return wanted.filter(({ attrs }) => !html.includes(`"${String(attrs?.['href'])}"`));
    },
  },
});
