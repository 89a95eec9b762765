import './browser.ts';
import { jest } from '@jest/globals';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

const SOURCE = '../../../../packages/modeler/src';

// A picture is drawn by bpmn-js in a real browser; what it is told to mark is told here.
jest.unstable_mockModule(`${SOURCE}/studio/diagram.tsx`, () => ({
  Diagram: ({ marks, badges, choose }: { marks: object; badges: object; choose: (element: string) => void }) => (
    <button type="button" className="picture" onClick={() => choose('in_review')}>
      {JSON.stringify({ marks, badges })}
    </button>
  ),
}));
// Neither are there workers: the check is done here.
jest.unstable_mockModule(`${SOURCE}/studio/drawing/check/workerExaminer.ts`, () => ({
  workerExaminer: ({ answered }: { answered: (answer: object) => void }) => ({
    ask({ number, xml, known }: { number: number; xml: string; known: object }) {
      void import('@guicheng/runtime/checking').then(async ({ checkWhole }) => {
        const checked = await checkWhole(xml, known);
        await act(async () =>
          answered(checked.ok ? { number, problems: checked.problems } : { number, problems: [], unreadable: checked.expected }),
        );
      });
    },
    end() {},
  }),
}));

const { App } = await import('antd');
const { QueryClient, QueryClientProvider } = await import('@tanstack/react-query');
const { MemoryRouter, Route, Routes } = await import('react-router');

export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly body: { readonly [name: string]: unknown } | undefined;
}

/** What the server says to each `METHOD path`; a function is asked each time. A refusal is `{ refused: problem }`. */
export const server = { says: new Map<string, unknown>(), asked: [] as Asked[] };

let root: Root | undefined;

/** Shows a page at an address, as Li Min, and waits until nothing is being read any more. */
export async function show(page: ReactNode, route: string, address: string): Promise<void> {
  globalThis.fetch = (async (asked: string, request: { readonly method: string; readonly body?: string }) => {
    const [path = ''] = asked.split('?');
    const { method } = request;
    server.asked.push({ path, method, body: request.body ? (JSON.parse(request.body) as Asked['body']) : undefined });
    const said = server.says.get(`${method} ${path}`);
    const answer = (typeof said === 'function' ? (said as () => unknown)() : said) as { readonly refused?: object } | undefined;
    if (answer === undefined || answer.refused) {
      const problem = answer?.refused ?? { code: 'notFound', culprit: path, expected: { zh: '没有找到', en: 'not found' } };
      return { ok: false, status: 409, json: async () => problem };
    }
    return { ok: true, status: 200, json: async () => answer };
  }) as unknown as typeof fetch;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root?.render(
      <App>
        <QueryClientProvider client={new QueryClient()}>
          <MemoryRouter initialEntries={[address]}>
            <Routes>
              <Route path={route} element={page} />
              <Route path="*" element="elsewhere" />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </App>,
    ),
  );
}

/** Takes the page away and forgets what the server said. */
export async function leave(): Promise<void> {
  await act(async () => root?.unmount());
  document.body.replaceChildren();
  server.says.clear();
  server.asked.length = 0;
}

/** Everything that the page says. */
export const said = (): string => document.body.textContent ?? '';

/** Waits until it holds; fails after a while with what the page says instead. */
export async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    if (holds()) return;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error(`Waited in vain; the page says: ${said()}`);
}

export const button = (words: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words);

export const link = (words: string): HTMLAnchorElement | undefined =>
  [...document.querySelectorAll('a')].find((one) => one.textContent?.trim() === words);

export const press = (words: string): Promise<void> => act(async () => button(words)?.click());

/** Types into the only longer text of the page. */
export const type = (words: string): Promise<void> =>
  until(() => document.querySelector('textarea') !== null).then(() =>
    act(async () => {
      const box = document.querySelector('textarea');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, words);
      box?.dispatchEvent(new Event('input', { bubbles: true }));
    }),
  );
