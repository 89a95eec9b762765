import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What browsers take compressed; pictures and woff2 are so already. */
const TEXT = /\.(js|css|svg|ttf|eot)$/;
/** Below so many bytes it is not worth another file. */
const LEAST = 1024;
/** Of eleven: two more weigh 4 % less and take ten times as long to build. */
const QUALITY = 9;

/** Lays each built file beside itself as gzip and brotli, for a server that sends what the browser takes: http has only gzip. */
export const compressBuilt = (): Plugin => ({
  name: 'compress-built',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    for (const name of readdirSync(assets).filter((file) => TEXT.test(file))) {
      const path = join(assets, name);
      const bytes = readFileSync(path);
      if (bytes.length < LEAST) continue;
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
    }
  },
});
