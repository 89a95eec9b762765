import type { Risk } from '../diagram/office.ts';

/** The risk points whose control the doer must tick before completing and has not. */
export const unconfirmed = (risks: readonly Risk[], confirmed: readonly string[]): readonly Risk[] =>
  risks.filter((risk) => risk.confirm && !confirmed.includes(risk.id));
