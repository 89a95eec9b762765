import { tryFile } from './tryFile.ts';

declare global {
  var tryFile: typeof import('./tryFile.ts').tryFile | undefined;
}

globalThis.tryFile = tryFile;
