import { caseAndVisit, refuse, type Answer, type Clock, type Notes, type Office, type PersonId } from '@guicheng/runtime';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { checked } from './checked.ts';
import { sendProblem } from './problem.ts';

/** A route as the OpenAPI document tells it. */
export interface Described {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** The query of a GET, the body of anything else; null: there is none. */
  readonly asks: z.ZodType | null;
  /** The media type of the body; JSON where it is not told. */
  readonly takes?: string;
  /** The answer's body, where it is told; null: there is none. */
  readonly answers?: z.ZodType | null;
  readonly status?: 200 | 201 | 204;
  /** Whether it is for everybody: all else is for those who are signed in. */
  readonly open?: boolean;
}

/** What routes answer from. */
export interface Behind {
  readonly office: Office;
  readonly notes: Notes;
  readonly clock: Clock;
}

/** One question: who asks, the checked input, and the names in its path. */
export interface Asked<Input> extends Behind {
  readonly who: PersonId;
  readonly input: Input;
  readonly path: { readonly [name: string]: string };
}

/** One route: the same entry serves the request and the OpenAPI document. */
export interface Route extends Described {
  handle(behind: Behind, who: PersonId, request: Request): Promise<Answer<unknown>>;
}

/** Puts a route together from its description and its answer. */
export function route<Input>(
  about: Described & { readonly asks: z.ZodType<Input> },
  answer: (asked: Asked<Input>) => Promise<Answer<unknown>>,
): Route {
  return {
    ...about,
    async handle(behind, who, request) {
      const given = checked(about.asks, about.method === 'get' ? request.query : request.body);
      return given.ok ? answer({ ...behind, who, input: given.value, path: request.params as { readonly [name: string]: string } }) : given;
    },
  };
}

/** Tells who is signed in, by the request's cookie. */
export type WhoAsks = (request: Request) => Promise<PersonId | undefined>;

/** What everybody hears who is not signed in. */
export const SIGN_IN = refuse('signInNeeded', 'session', { zh: '请先登录', en: 'Sign in first' });

/** What is heard of everything that is not there or not for the asker: word for word the office's own. */
export const UNKNOWN = refuse('notFound', '', {
  zh: '没有这项内容，或者您无权查看',
  en: 'There is no such thing, or it is not for you to see',
});

/** Serves one route to whoever is signed in. An id that cannot be one is answered like one that is unknown. */
export const serve = (behind: Behind, whoAsks: WhoAsks, one: Route) => async (request: Request, response: Response) => {
  const who = await whoAsks(request);
  if (!who) return sendProblem(response, SIGN_IN);
  const task = request.params['task'];
  if (task !== undefined && !caseAndVisit(String(task))) return sendProblem(response, UNKNOWN);
  const answer = await one.handle(behind, who, request);
  if (!answer.ok) return sendProblem(response, answer);
  response.json(answer.value);
};
