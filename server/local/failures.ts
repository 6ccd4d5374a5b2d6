import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatelineError, toDatelineError } from '../../core/api/errors';
import { Refusal } from './gate';
import { usedLinkPage } from './plainPage';

/** Answers a request that failed: a sentence as data, or a page to a browser that was sent here without a session. */
export function sendFailure(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, answer } = toFailure(error, request);
  if (status === 401 && request.headers.accept?.includes('text/html'))
    return reply.code(status).type('text/html; charset=utf-8').send(usedLinkPage);
  return reply.code(status).send({ ok: false, error: answer.toData() });
}

export function sendNotFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = new DatelineError('not-found', 'There is nothing at this address.');
  return reply.code(404).send({ ok: false, error: answer.toData() });
}

/** The status and the sentence for a request that failed. */
export function toFailure(error: Error, request: FastifyRequest): { status: number; answer: DatelineError } {
  if (error instanceof Refusal) return { status: error.status, answer: error.answer };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return { status, answer: tooLarge(request) };
  if (status >= 400 && status < 500)
    return { status, answer: new DatelineError('bad-request', `${STATUS_CODES[status] ?? 'Not possible'}.`) };
  return { status: 500, answer: toDatelineError(error) };
}

function tooLarge(request: FastifyRequest): DatelineError {
  const megabytes = Math.floor(request.routeOptions.bodyLimit / 1_000_000);
  return new DatelineError(
    'file-too-large',
    `This is larger than the ${megabytes} MB that Dateline takes in one message.`,
    'Nothing was changed. Make it smaller, for instance with smaller pictures, and try again.',
  );
}
