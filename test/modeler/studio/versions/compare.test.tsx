/** @jest-environment jsdom */
import { afterEach, describe, expect, test } from '@jest/globals';
import { act } from 'react';
import { serve } from './office.ts';
import { documents } from './samples.ts';
import { leave, press, said, show, until } from './stage.tsx';
import { withReview } from './withReview.ts';

const { CompareRoom } = await import('../../../../packages/modeler/src/studio/versions/compare.tsx');

const open = (query: string): Promise<void> => show(<CompareRoom />, '/flows/:flow/compare', `/flows/incoming-document/compare${query}`);
afterEach(leave);

/** What the pictures are told to mark. */
const pictures = () =>
  [...document.querySelectorAll('.picture')].map(
    (one) =>
      JSON.parse(one.textContent ?? '') as {
        readonly marks: { readonly [mark: string]: readonly string[] };
        readonly badges: { readonly [element: string]: { readonly words: string } };
      },
  );

describe('Two states of a flow', () => {
  const both = (): void =>
    serve({
      xml: withReview(documents),
      versions: [
        [2, withReview(documents)],
        [1, documents],
      ],
    });

  test('are compared in words and marked in both pictures', async () => {
    both();
    await open('?from=1&to=2');
    await until(() => said().includes('增加了步骤“复核”'));
    expect(pictures()).toHaveLength(2);
    expect(pictures()[1]?.marks['added']).toEqual(['in_review', 'in_review_on']);
    expect(pictures()[1]?.badges['in_review']?.words).toBe('增');
  });

  test('are the draft and what it was begun on where the address names none', async () => {
    both();
    await open('');
    await until(() => said().includes('两者没有区别'));
  });

  test('are swapped by one click', async () => {
    both();
    await open('?from=1&to=2');
    await until(() => said().includes('增加了步骤“复核”'));
    await act(async () => document.querySelector<HTMLButtonElement>('button[aria-label="对调"]')?.click());
    await until(() => said().includes('删去了步骤“复核”'));
  });

  test('show the place of a line that is clicked', async () => {
    both();
    await open('?from=1&to=2');
    await until(() => said().includes('办理人：办公室主任'));
    await press('办理人：办公室主任');
    await until(() => pictures()[0]?.marks['here']?.[0] === 'in_review');
  });

  test('show the line of a place that is clicked', async () => {
    both();
    await open('?from=1&to=2');
    await until(() => said().includes('办理人：办公室主任'));
    expect(document.querySelector('[aria-current]')).toBeNull();
    await act(async () => document.querySelector<HTMLButtonElement>('.picture')?.click());
    expect(document.querySelector('[aria-current] h4')?.textContent).toContain('复核');
  });

  test('that are one and the same are said to be', async () => {
    both();
    await open('?from=2&to=2');
    await until(() => said().includes('两边选的是同一个版本'));
  });

  test('of which one is not there are refused with the reason', async () => {
    both();
    await open('?from=1&to=9');
    await until(() => said().includes('没有找到'));
  });

  test('of which one cannot be read are refused by its name', async () => {
    serve({ xml: '<broken', versions: [[1, documents]] });
    await open('?from=1&to=draft');
    await until(() => said().includes('读不出来'));
    expect(said()).toContain('“草稿（');
  });
});
