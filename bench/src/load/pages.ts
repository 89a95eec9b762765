import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: { readonly [extension: string]: string } = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Pages of a built folder, gzipped as the product's are, with a diagram beside them. */
export interface Pages {
  readonly address: string;
  /** What `/diagram.bpmn` is from now on. */
  show(xml: string): void;
  close(): void;
}

/** Serves a built folder to this machine. */
export async function servePages(folder: string): Promise<Pages> {
  let diagram: Uint8Array = gzipSync('');
  const files = new Map<string, Uint8Array>();
  /** Compressed once, as the product's are when it is built. */
  const gzipped = (file: string): Uint8Array => {
    const bytes = files.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    files.set(file, bytes);
    return bytes;
  };
  const server = createServer(({ url = '' }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    const file = join(folder, path);
    const there = path === '/diagram.bpmn' || (existsSync(file) && extname(file) !== '');
    if (!there) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip' });
    return response.end(path === '/diagram.bpmn' ? diagram : gzipped(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(xml) {
      diagram = gzipSync(xml);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
