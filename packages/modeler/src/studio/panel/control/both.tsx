import type { Language } from '@guicheng/server/contract';
import { Typed } from './typed.tsx';

/** A text in both languages, one below the other. */
export function Both({
  labels,
  texts,
  put,
  lines = false,
}: {
  readonly labels: { readonly [language in Language]: string };
  readonly texts: { readonly [language in Language]: string };
  readonly put: (language: Language, text: string) => void;
  readonly lines?: boolean;
}) {
  return (
    <>
      <Typed label={labels.zh} value={texts.zh} put={(text) => put('zh', text)} lines={lines} />
      <Typed label={labels.en} value={texts.en} put={(text) => put('en', text)} lines={lines} />
    </>
  );
}
