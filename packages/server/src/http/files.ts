import { pipeline } from 'node:stream/promises';
import { id, refuse, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer from 'multer';
import { sendProblem } from './problem.ts';
import { SIGN_IN, type WhoAsks } from './route.ts';

/** The largest upload, in MiB. */
const LARGEST = 20;

/** What the wrapping of a form may add to its file, in bytes. */
const WRAPPING = 64 * 1024;

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

const tooLarge = (name: string) =>
  refuse('fileTooLarge', name, { zh: `单个文件不得超过 ${LARGEST} MB`, en: `A file may have at most ${LARGEST} MB` });

/** POST /api/files. What says that it is too large is refused before it is read. */
export const upload = (office: Office, whoAsks: WhoAsks) => async (request: Request, response: Response) => {
  const who = await whoAsks(request);
  if (!who) return sendProblem(response, SIGN_IN);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST * 1024 * 1024 + WRAPPING) return sendProblem(response, tooLarge('file'));
  const fault = await new Promise<unknown>((done) => {
    receive(request, response, done);
  });
  if (fault === undefined || fault === null) return store(office, who, { request, response });
  const { code } = fault as { readonly code?: unknown };
  if (code === 'LIMIT_FILE_SIZE') return sendProblem(response, tooLarge('file'));
  sendProblem(
    response,
    refuse('invalidInput', 'file', { zh: '一次上传一个文件，字段名为 file', en: 'One file at a time, in the field “file”' }),
  );
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
    name: shortened(file.originalname, extension),
    mediaType: found?.mime ?? 'application/octet-stream',
    content: once(file.buffer),
  });
  if (!answer.ok) return sendProblem(response, answer);
  response.status(201).json(answer.value);
}

/** The longest name that is kept, in UTF-16 units. */
const LONGEST_NAME = 200;

/** A name that is too long is cut before what it ends in, and never within a character. */
function shortened(name: string, extension: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME - extension.length - 1).replace(/\p{Surrogate}$/u, '')}.${extension}`;
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** GET /api/files/:file – always as a download, never shown as a page of ours, no faster than it is taken. */
export const download = (office: Office, whoAsks: WhoAsks) => async (request: Request, response: Response) => {
  const who = await whoAsks(request);
  if (!who) return sendProblem(response, SIGN_IN);
  const answer = await office.file(who, id(String(request.params['file'])));
  if (!answer.ok) return sendProblem(response, answer);
  response.attachment(answer.value.about.name);
  response.type(answer.value.about.mediaType);
  response.setHeader('Content-Length', answer.value.about.size);
  // Whoever goes away in the middle has broken nothing.
  await pipeline(answer.value.content, response).catch(() => response.destroy());
};
