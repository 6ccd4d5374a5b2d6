import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DatelineError, toDatelineError } from '../../core/api/errors';
import { pageHeaders } from '../../core/api/pageHeaders';
import { type Invitation, memberNameSchema } from '../../core/team/teamRecords';
import type { Gate } from '../../host/team/gate';
import type { LetIn } from '../../host/team/team';
import { linkVoid } from '../../host/team/teamErrors';
import { type JoinView, joinPage, refusedPage } from './joinPage';
import { cookieNameOf, cookieOptions, sessionSeconds } from './senders';

const tokenSchema = z.object({ token: z.string().regex(/^[\w-]{20,200}$/) });
const answerSchema = z.object({
  name: z.string().max(1000).default(''),
  device: z.string().max(200).default(''),
});
const formLimitBytes = 10_000;

export interface JoinOptions {
  gate: Gate;
  originOf: () => string;
}

/** Invitations: a page that asks for a name, and what it or the desktop app sends back. Looking uses none up. */
export function addJoinRoutes(app: FastifyInstance, options: JoinOptions): void {
  const { gate, originOf } = options;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimitBytes },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.get('/join/:token', async (request, reply) => {
    try {
      const invitation = await invitationOf(gate, request);
      return sendPage(reply, 200, await askFor(invitation, { gate, request, fault: null }));
    } catch (thrown) {
      return sendPage(reply, 410, voidPage(thrown));
    }
  });

  app.post('/join/:token', { bodyLimit: formLimitBytes }, async (request, reply) => {
    if (isFromApp(request)) return letAppIn(options, request, reply);
    try {
      const letIn = await redeem(gate, request);
      const options = cookieOptions(originOf(), sessionSeconds);
      reply.setCookie(cookieNameOf(originOf()), letIn.sessionToken, options);
      return reply.redirect('/', 303);
    } catch (thrown) {
      return askAgain(reply, toDatelineError(thrown), { gate, request });
    }
  });
}

/** The desktop app keeps its session itself and sends it in a header. */
async function letAppIn({ gate }: JoinOptions, request: FastifyRequest, reply: FastifyReply) {
  try {
    const { member, sessionToken } = await redeem(gate, request);
    return { ok: true, value: { session: sessionToken, member, team: { name: gate.name } } };
  } catch (thrown) {
    return reply.code(400).send({ ok: false, error: toDatelineError(thrown).toData() });
  }
}

async function askAgain(
  reply: FastifyReply,
  error: DatelineError,
  { gate, request }: { gate: Gate; request: FastifyRequest },
): Promise<FastifyReply> {
  const invitation = await invitationOf(gate, request).catch(() => null);
  if (invitation === null || error.code === 'link-void') return sendPage(reply, 410, voidPage(error));
  const name = answerSchema.safeParse(request.body).data?.name ?? '';
  return sendPage(reply, 400, await askFor(invitation, { gate, request, fault: { error, name } }));
}

async function askFor(
  { grant, member }: Invitation,
  { gate, request, fault }: { gate: Gate; request: FastifyRequest; fault: JoinView['fault'] },
): Promise<string> {
  const returning = member === null ? null : ((await gate.team.store.member(member))?.name ?? null);
  const known = request.caller?.member.name ?? null;
  return joinPage({ team: gate.name, role: grant.role, returning, known, fault });
}

const voidPage = (thrown: unknown): string =>
  refusedPage('This link lets nobody in', toDatelineError(thrown));

const isFromApp = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('application/json') ?? false;

function tokenOf({ params }: FastifyRequest): string {
  const parsed = tokenSchema.safeParse(params);
  if (!parsed.success) throw linkVoid('unknown');
  return parsed.data.token;
}

const invitationOf = (gate: Gate, request: FastifyRequest): Promise<Invitation> =>
  gate.team.look(tokenOf(request));

async function redeem(gate: Gate, request: FastifyRequest): Promise<LetIn> {
  const token = tokenOf(request);
  const known = request.caller;
  const answer = answerSchema.safeParse(request.body ?? {});
  const { member } = await gate.team.look(token);
  // A link for a member signs that member in, whatever name is sent along.
  const asked = member === null ? answer.data?.name : 'known';
  const name = memberNameSchema.safeParse(known?.member.name ?? asked);
  if (!answer.success || !name.success)
    throw new DatelineError('bad-request', 'Under what name do the others know you?', 'Write it, then join.');
  const device = answer.data.device || (request.headers['user-agent'] ?? '').slice(0, 200);
  return gate.team.redeem(token, { name: name.data, device, known });
}

/**
 * The page has one form and no script. Its own form is told apart from others by its Origin, which a browser only
 * sends along where the page may name itself to its own server.
 */
function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  const policy = pageHeaders['content-security-policy'].replace("form-action 'none'", "form-action 'self'");
  return reply
    .code(status)
    .headers({ 'content-security-policy': policy, 'referrer-policy': 'same-origin' })
    .type('text/html; charset=utf-8')
    .send(html);
}
