import type { Figure } from './figure.ts';
import { machineInWords, type Machine } from './machine.ts';

/** A number with the digits that mean something. */
export function readable(value: number | null): string {
  if (value === null) return '–';
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(2) : value.toPrecision(2);
}

const verdict = ({ holds }: Figure): string => (holds === 'not run' ? 'not run' : holds ? 'holds' : 'DOES NOT HOLD');

const cells = (figure: Figure): readonly string[] => [
  figure.figure,
  figure.ours === null ? '–' : `${readable(figure.ours)} ${figure.unit}`,
  figure.yardstick === null ? '–' : `${readable(figure.yardstick)} ${figure.unit}`,
  readable(figure.ratio),
  figure.goal,
  verdict(figure),
];

const TITLES = ['figure', 'ours', 'yardstick', 'ratio', 'goal', 'verdict'];

/** The figures for people at a terminal: aligned, each with how it was measured below it. */
export function table(figures: readonly Figure[], on: Machine): string {
  const rows = figures.map((figure) => ({ cells: cells(figure), reason: figure.reason }));
  const widths = TITLES.map((title, column) => Math.max(title.length, ...rows.map((row) => row.cells[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [machineInWords(on), '', line(TITLES), ...rows.flatMap((row) => [line(row.cells), `    ${row.reason}`])].join('\n');
}

/** The figures as bench/RESULTS.md keeps them. */
export function results(
  figures: readonly Figure[],
  about: { readonly machine: Machine; readonly commit: string; readonly day: string },
): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `# Results

Written by \`npm run bench -- --group all --results\`. Commit ${about.commit}, ${about.day}.
Machine: ${machineInWords(about.machine)}.

${row([...TITLES, 'how'])}
${row([...TITLES, 'how'].map(() => '---'))}
${figures.map((figure) => row([...cells(figure), figure.reason])).join('\n')}
`;
}
