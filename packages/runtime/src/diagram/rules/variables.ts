import type { Process } from '../model.ts';

/** Every name that a case of the process can hold a value under: fields, decisions, what is collected, passed in or set. */
export function variablesOf(process: Process): ReadonlySet<string> {
  const names = new Set([...process.fields.map(({ key }) => key), ...(process.owns ?? [])]);
  for (const { type, office, many, loop, call, job, mapping, owns, output, input } of process.elements) {
    for (const name of owns ?? []) names.add(name);
    if (office.decision) names.add(office.decision.key);
    if (many?.as) names.add(many.as);
    if (many?.completion || many?.complex.length) for (const count of COUNTS) names.add(count);
    if (many || loop) names.add('loopCounter');
    if (type === 'complexGateway') for (const count of ['activationCount', 'waitingForStart']) names.add(count);
    for (const { into } of many?.collect ?? []) names.add(into);
    const written = [
      ...(input ?? []),
      ...(output ?? []),
      ...(call?.out ?? []),
      ...(mapping ?? []),
      ...(job?.type === 'set' ? job.set : (job?.output ?? [])),
    ];
    for (const { to } of written) names.add(firstOf(to));
  }
  return names;
}

/** What conditions may count by, as the kernel gives it; it is nobody's to write. */
export const COUNTS: readonly string[] = [
  'numberOfInstances',
  'numberOfCompletedInstances',
  'numberOfActiveInstances',
  'numberOfTerminatedInstances',
  'loopCounter',
  'activationCount',
  'waitingForStart',
];

const firstOf = (path: string): string => path.split('.')[0] ?? path;
