import { DARK, LIGHT } from './colours.ts';

/** Our own style sheets read the same colours as `--gc-text` and so on; scroll bars and the browser's own controls follow. */
export function paint(dark: boolean): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(dark ? DARK : LIGHT)) style.setProperty(`--gc-${name}`, value);
  style.colorScheme = dark ? 'dark' : 'light';
}
