import type { Teller } from '../change.ts';
import { said } from '../sentence.ts';

/** What other software wrote; nobody here knows what it means, but it is part of the file. */
export const tellForeign: Teller = () => [said('foreign', { zh: '其他软件的附加信息有变化', en: 'Additions of other software changed' })];
