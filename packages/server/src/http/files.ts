import { id, refuse, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer from 'multer';
import { sendProblem } from './problem.ts';

/** The largest upload, in MiB. */
const LARGEST = 20;

/** Which names may hold which first bytes. */
const ALLOWED = new Map<string, readonly string[]>(
  Object.entries({
    pdf: ['application/pdf'],
    png: ['image/png'],
    jpg: ['image/jpeg'],
    jpeg: ['image/jpeg'],
    docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/zip'],
    xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip'],
    pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/zip'],
    doc: ['application/x-cfb'],
    xls: ['application/x-cfb'],
    wps: ['application/x-cfb'],
    ofd: ['application/zip'],
  }),
);

const NAMES = [...ALLOWED.keys()].join('、');

/** Reads one file of a form into memory; larger ones are refused before they are whole. */
const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST * 1024 * 1024, files: 1, fields: 0 },
  defParamCharset: 'utf8',
}).single('file');

/** POST /api/files */
export const upload =
  (office: Office, whoAsks: (request: Request) => Promise<PersonId | undefined>) => async (request: Request, response: Response) => {
    const who = await whoAsks(request);
    if (!who) return sendProblem(response, refuse('signInNeeded', 'session', { zh: '请先登录', en: 'Sign in first' }));
    receive(request, response, (fault: unknown) => {
      const named = fault !== null && typeof fault === 'object' && 'filename' in fault ? fault.filename : undefined;
      const name = request.file?.originalname ?? (typeof named === 'string' ? named : 'file');
      if (fault !== undefined && fault !== null) {
        const large = typeof fault === 'object' && 'code' in fault && fault.code === 'LIMIT_FILE_SIZE';
        const expected = large
          ? { zh: `单个文件不得超过 ${LARGEST} MB`, en: `A file may have at most ${LARGEST} MB` }
          : { zh: '一次上传一个文件，字段名为 file', en: 'One file at a time, in the field “file”' };
        return sendProblem(response, refuse(large ? 'fileTooLarge' : 'invalidInput', name, expected));
      }
      void store(office, who, { request, response }).catch((error: unknown) => request.next?.(error));
    });
  };

async function store(
  office: Office,
  who: PersonId,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const file = request.file;
  if (!file) return sendProblem(response, refuse('required', 'file', { zh: '请选择要上传的文件', en: 'Choose a file to upload' }));
  const extension = file.originalname.split('.').at(-1)?.toLowerCase() ?? '';
  const found = await fileTypeFromBuffer(file.buffer);
  const fits = ALLOWED.get(extension)?.includes(found?.mime ?? '') ?? false;
  if (!fits) {
    const is = found ? `${found.ext}（${found.mime}）` : '无法识别的内容';
    return sendProblem(
      response,
      refuse('fileTypeRefused', file.originalname, {
        zh: `文件内容实为 ${is}；可以上传：${NAMES}`,
        en: `The content is ${found?.mime ?? 'not recognised'}; these may be uploaded: ${[...ALLOWED.keys()].join(', ')}`,
      }),
    );
  }
  const answer = await office.upload(who, {
    name: file.originalname.slice(0, 200),
    mediaType: found?.mime ?? 'application/octet-stream',
    content: once(file.buffer),
  });
  if (!answer.ok) return sendProblem(response, answer);
  response.status(201).json(answer.value);
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** GET /api/files/:file – always as a download, never shown as a page of ours. */
export const download =
  (office: Office, whoAsks: (request: Request) => Promise<PersonId | undefined>) => async (request: Request, response: Response) => {
    const who = await whoAsks(request);
    if (!who) return sendProblem(response, refuse('signInNeeded', 'session', { zh: '请先登录', en: 'Sign in first' }));
    const answer = await office.file(who, id(String(request.params['file'])));
    if (!answer.ok) return sendProblem(response, answer);
    response.attachment(answer.value.about.name);
    response.type(answer.value.about.mediaType);
    response.setHeader('Content-Length', answer.value.about.size);
    for await (const chunk of answer.value.content) response.write(chunk);
    response.end();
  };
