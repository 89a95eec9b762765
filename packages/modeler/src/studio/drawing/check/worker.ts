import { checkWhole, decode, type Problem } from '@guicheng/runtime/checking';
import type { Answered, Asked, FileRead } from './checker.ts';

// Reads and checks off the page's own thread, so that drawing never waits for it.
const port = globalThis as unknown as {
  addEventListener(name: 'message', listen: (event: { readonly data: Asked }) => void): void;
  postMessage(answer: Answered): void;
};

port.addEventListener('message', ({ data }) => void examine(data).then((answer) => port.postMessage(answer)));

async function examine({ number, xml, known }: Asked): Promise<Answered> {
  const checked = await checkWhole(xml, known);
  if (!checked.ok) return { number, problems: [cannotBeRead(checked)], unreadable: checked.expected };
  const { diagram, problems, warnings } = checked;
  if (typeof xml === 'string') return { number, problems };
  const text = decode(xml);
  const read: FileRead = {
    xml: typeof text === 'string' ? text.replace(/^\uFEFF/, '') : '',
    processes: diagram.processes.map(({ key, name, elements }) => ({
      key,
      name,
      steps: elements.filter((one) => STEPS.has(one.type)).length,
    })),
    warnings,
  };
  return { number, problems, read };
}

type Refused = Extract<Awaited<ReturnType<typeof checkWhole>>, { readonly ok: false }>;

/** What keeps the whole from being read is the one thing to be mended, at its place like any other. */
const cannotBeRead = ({ culprit, expected }: Refused): Problem => ({
  rule: 'readable',
  severity: 'error',
  process: '' as string as Problem['process'],
  element: culprit,
  message: expected,
});

/** What counts as a step for people. */
const STEPS: ReadonlySet<string> = new Set([
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'task',
  'callActivity',
]);
