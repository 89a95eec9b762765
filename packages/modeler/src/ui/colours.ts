/** The colours of one theme. Ink blue acts; red is late or refused, amber is soon, green is done, and none of them stands without a word. */
export interface Colours {
  /** Behind everything. */
  readonly ground: string;
  /** Cards, bars, forms. */
  readonly surface: string;
  /** What floats: menus, dialogs. */
  readonly raised: string;
  /** Parts things that belong together. */
  readonly line: string;
  /** The edge of what can be typed into or pressed. */
  readonly edge: string;
  readonly text: string;
  readonly soft: string;
  readonly faint: string;
  readonly act: string;
  readonly actHover: string;
  readonly actPressed: string;
  /** On the filled button of `act`. */
  readonly onAct: string;
  readonly actGround: string;
  readonly actLine: string;
  readonly late: string;
  readonly lateGround: string;
  readonly lateLine: string;
  readonly soon: string;
  readonly soonGround: string;
  readonly soonLine: string;
  readonly done: string;
  readonly doneGround: string;
  readonly doneLine: string;
}

export const LIGHT: Colours = {
  ground: '#f2f4f7',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#dde2e9',
  edge: '#87919f',
  text: '#1c232d',
  soft: '#48525f',
  faint: '#5e6977',
  act: '#1f4e8c',
  actHover: '#2b62ab',
  actPressed: '#163a69',
  onAct: '#ffffff',
  actGround: '#e6eef8',
  actLine: '#a9c1e0',
  late: '#b3261e',
  lateGround: '#fdeceb',
  lateLine: '#efb4af',
  soon: '#855000',
  soonGround: '#fff3dd',
  soonLine: '#e6c184',
  done: '#2a6636',
  doneGround: '#e8f4ea',
  doneLine: '#a8cfb0',
};

export const DARK: Colours = {
  ground: '#11151b',
  surface: '#1a2029',
  raised: '#232b36',
  line: '#303a47',
  edge: '#758295',
  text: '#e5e9ef',
  soft: '#b7c0cc',
  faint: '#98a3b2',
  act: '#5f9ce4',
  actHover: '#7db0ec',
  actPressed: '#4684cf',
  onAct: '#0b1626',
  actGround: '#1b2f49',
  actLine: '#3a5f8e',
  late: '#f2918a',
  lateGround: '#3c2021',
  lateLine: '#84423e',
  soon: '#e3b063',
  soonGround: '#362a12',
  soonLine: '#755a25',
  done: '#86c692',
  doneGround: '#1b3122',
  doneLine: '#40714b',
};

/** The contrast of two colours (`#rrggbb`) by WCAG 2: from 1 (the same) to 21 (black on white). AA asks 4.5 of text, 3 of edges. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const part = (from: number): number => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
