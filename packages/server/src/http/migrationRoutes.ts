import * as answers from './migrationAnswers.ts';
import { route, type Route } from './route.ts';
import * as schemas from './schemas.ts';

const flowOf = (path: { readonly [name: string]: string }): string => path['flow'] ?? '';
/** No id that a job can have where it is none: such a job is unknown. */
const jobOf = (path: { readonly [name: string]: string }): string => {
  const job = path['migration'] ?? '';
  return /^[\da-f]{32}$/.test(job) ? job : 'none';
};

/** Moving running cases to another version of their flow; for process owners, for anybody else there is no such flow. */
export const MIGRATION_ROUTES: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/migrations/preview',
      answers: answers.migrationPreview,
      summary: 'Try how running cases would go over to another version; changes nothing',
      asks: schemas.previewMigration,
    },
    ({ office, who, input, path }) => office.previewMigration(who, flowOf(path), input),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/migrations',
      answers: answers.migrationPage,
      summary: 'Move the cases that could go in a dry run; a job with a result per case',
      asks: schemas.beginMigration,
    },
    ({ office, who, input, path }) => office.beginMigration(who, flowOf(path), input),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/migrations',
      answers: answers.migrationPages,
      summary: 'The last jobs of a flow, without their results',
      asks: schemas.noQuery,
    },
    ({ office, who, path }) => office.migrations(who, flowOf(path)),
  ),
  route(
    {
      method: 'get',
      path: '/api/flows/:flow/migrations/:migration',
      answers: answers.migrationPage,
      summary: 'One job: how far it is and what came of each case',
      asks: schemas.noQuery,
    },
    ({ office, who, path }) => office.migration(who, flowOf(path), jobOf(path)),
  ),
  route(
    {
      method: 'post',
      path: '/api/flows/:flow/migrations/:migration/undo',
      answers: answers.migrationPage,
      summary: 'Put the cases back in which nothing has happened since',
      asks: schemas.noQuery,
    },
    ({ office, who, path }) => office.undoMigration(who, flowOf(path), jobOf(path)),
  ),
];
