import { useEffect, useState } from 'react';
import type { Known } from '@guicheng/runtime/checking';
import { reasonOf } from '../../../api/client.ts';
import { useWords } from '../../../words/words.ts';
import { readUpload, type Upload } from './readUpload.ts';

/** A file that somebody chose, and what was read of it; undefined until it is read. */
export interface Chosen {
  readonly file: File | null;
  readonly upload: Upload | undefined;
  readonly choose: (file: File) => void;
  /** Why it could not be read, or what went wrong after. */
  readonly fault: string | null;
  readonly setFault: (fault: string | null) => void;
}

/** Reads the file that is chosen, each time another one is. Give it the same `known` each time. */
export function useUpload(known: Known, begin: File | null = null): Chosen {
  const { t } = useWords();
  const [file, setFile] = useState(begin);
  const [result, setResult] = useState<{ readonly of: File; readonly upload: Upload } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let over = false;
    readUpload(file, known).then(
      (upload) => over || setResult({ of: file, upload }),
      (error: unknown) => over || setFault(t(reasonOf(error))),
    );
    return () => {
      over = true;
    };
  }, [file, known, t]);
  return {
    file,
    upload: file && result?.of === file ? result.upload : undefined,
    choose(next) {
      setFault(null);
      setFile(next);
    },
    fault,
    setFault,
  };
}
