import type { Language } from '@guicheng/server/contract';
import { nameWithin } from './extension.ts';
import type { Drawn } from './moddle.ts';
import { processOf } from './process.ts';

/** How the flow of an element or a pool is called in the reader's language; in Chinese where it has no other name. */
export function flowName(element: Drawn, language: Language): string {
  const process = processOf(element);
  return process ? nameWithin(process, language) || nameWithin(process, 'zh') || (process.id ?? '') : '';
}
