import * as answers from './answers.ts';
import { route, type Route } from './route.ts';
import * as schemas from './schemas.ts';

const { noQuery } = schemas;
const flowOf = (path: { readonly [name: string]: string }): string => path['flow'] ?? '';
/** No number that a version can have: 0, which none has. */
const versionOf = (path: { readonly [name: string]: string }): number =>
  /^[1-9]\d{0,8}$/.test(path['version'] ?? '') ? Number(path['version']) : 0;

/** Drawing, publishing and versions. */
export const DRAWING_ROUTES: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/drawing',
      answers: answers.drawingPage,
      summary: 'What a process owner draws on: the draft, or the newest version',
      asks: schemas.drawingQuery,
    },
    ({ office, who, input, path }) => office.drawing(who, flowOf(path), input.hold),
  ),
  route(
    {
      method: 'put',
      path: '/api/flows/:flow/drawing',
      answers: answers.drawingSaved,
      summary: 'Save the draft; the body may be gzipped',
      asks: schemas.saveDrawing,
    },
    ({ office, who, input, path }) => office.saveDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/drawing/hold',
      answers: answers.drawingState,
      summary: 'Become the one who draws, or say that one still does',
      asks: schemas.holdDrawing,
    },
    ({ office, who, input, path }) => office.holdDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/drawing/release',
      answers: answers.drawingState,
      summary: 'Let others draw',
      asks: schemas.ownDrawing,
    },
    ({ office, who, input, path }) => office.releaseDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/drawing/discard',
      answers: answers.drawingState,
      summary: 'Back to the newest version; what was drawn is kept',
      asks: schemas.ownDrawing,
    },
    ({ office, who, input, path }) => office.discardDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/drawing/keep',
      answers: answers.keptPoint,
      summary: 'Keep this moment of the draft',
      asks: schemas.keepDrawing,
    },
    ({ office, who, input, path }) => office.keepDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/drawing/kept',
      answers: answers.keptPoints,
      summary: 'Kept moments of the drafts, newest first',
      asks: noQuery,
    },
    ({ office, who, path }) => office.keptDrawings(who, flowOf(path)),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/drawing/kept/:point',
      answers: answers.xml,
      summary: 'One kept moment',
      asks: noQuery,
    },
    ({ office, who, path }) => office.keptDrawing(who, flowOf(path), path['point'] ?? ''),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/publish',
      answers: answers.published,
      summary: 'Publish the draft; refused with all that stands in its way',
      asks: schemas.publishDrawing,
    },
    ({ office, who, input, path }) => office.publishDrawing(who, flowOf(path), input),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/versions',
      answers: answers.versionCards,
      summary: 'All versions, newest first',
      asks: noQuery,
    },
    ({ office, who, path }) => office.versions(who, flowOf(path)),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/versions/:version',
      answers: answers.xml,
      summary: 'One version',
      asks: noQuery,
    },
    ({ office, who, path }) => office.version(who, flowOf(path), versionOf(path)),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/versions/:version/call-off',
      answers: answers.versionCards,
      summary: 'A planned version will not come into force',
      asks: noQuery,
    },
    ({ office, who, path }) => office.callOffVersion(who, flowOf(path), versionOf(path)),
  ),
  route(
    { method: 'post', path: '/api/flows/new', answers: answers.begun, summary: 'Begin a flow as a draft', asks: schemas.newFlow },
    ({ office, who, input }) => office.newFlow(who, input),
  ),
];
