import express, { type Express } from 'express';
import { sendProblem } from './problem.ts';
import { SIGN_IN, type WhoAsks } from './route.ts';

/** How large a request that carries a diagram may be, unpacked, in bytes: 2 MB of XML, with all that JSON adds to it. */
export const DRAWING_BODY = 5 * 1024 * 1024;

/** Reads the requests that carry a diagram, gzipped or not, for those who are signed in: it is more than anybody else may have read. */
export function readDrawings(app: Express, whoAsks: WhoAsks): void {
  const read = express.json({ limit: DRAWING_BODY, strict: true });
  for (const [method, path] of [
    ['put', '/api/flows/:flow/drawing'],
    ['post', '/api/flows/new'],
  ] as const)
    app[method](path, async (request, response, next) => {
      if (!(await whoAsks(request))) return sendProblem(response, SIGN_IN);
      read(request, response, next);
    });
}
