import type { FileRef, Problem } from '@guicheng/server/contract';
import { Refusal } from '../api/client.ts';

/** The largest file that the server takes, in MiB; told before a long upload that would be refused at its end. */
export const LARGEST_FILE = 20;

/** The endings that the server takes; it looks at the content as well. */
export const FILE_ENDINGS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'pptx', 'wps', 'ofd', 'png', 'jpg', 'jpeg'] as const;

const lost = (): Refusal =>
  new Refusal({
    type: 'about:blank',
    title: 'Unavailable',
    status: 0,
    code: 'unavailable',
    culprit: 'network',
    expected: { zh: '网络中断，文件没有传完，请重试', en: 'The line was cut before the file was through; try again' },
  });

/** Sends a file and tells how far it is, from 0 to 1; `fetch` cannot. Rejects with `Refusal`: the server's reason, or that the line was cut. */
export function upload(file: File, progress: (share: number) => void): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(lost()));
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText);
      if (request.status === 201 && answer !== undefined) resolve(answer as FileRef);
      else reject(answer === undefined ? lost() : new Refusal(answer as Problem));
    });
    request.open('POST', '/api/files');
    request.send(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The size of a file as people say it: 340 KB, 1.2 MB. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.ceil(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
