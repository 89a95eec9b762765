import type { Finding } from '../diagram/check.ts';
import type { Play } from './play.ts';

/** A finding; what the kernel found can be played. */
export interface Problem extends Finding {
  readonly play?: Play;
}
