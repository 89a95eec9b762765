/** Commands whose arguments are files or folders: what follows a lone `--json` is one of those, unless there is one too many. */
const OF_FILES = new Set(['check', 'conformance', 'roundtrip']);

/** Of these commands those that take a single folder, with their options that take a value. */
const OF_ONE: { readonly [command: string]: readonly string[] } = { conformance: ['--executor'], roundtrip: [] };

/** The arguments with what is meant by a `--json` that stands alone: standard output; or the file behind it, where the folder stands elsewhere. */
export function loneJson(given: readonly string[]): string[] {
  const [command = '', ...args] = given;
  const at = args.indexOf('--json');
  if (at < 0 || !OF_FILES.has(command)) return [...given];
  const file = args[at + 1];
  const others = [...args.slice(0, at), ...args.slice(at + 2)];
  if (Object.hasOwn(OF_ONE, command) && file !== undefined && !file.startsWith('-') && folderIn(command, others))
    return [command, ...args.slice(0, at), `--json=${file}`, ...args.slice(at + 2)];
  return [command, ...args.map((arg) => (arg === '--json' ? '--json=-' : arg))];
}

const folderIn = (command: string, args: readonly string[]): boolean =>
  args.some((arg, index) => !arg.startsWith('-') && !OF_ONE[command]?.includes(args[index - 1] ?? ''));
