import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The doors of the packages, as they are written. */
export const aliases = {
  '@guicheng/runtime/model': here('../runtime/src/model.ts'),
  '@guicheng/runtime/checking': here('../runtime/src/checking.ts'),
  '@guicheng/server/contract': here('../server/src/contract.ts'),
};
