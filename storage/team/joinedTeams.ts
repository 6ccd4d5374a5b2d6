import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';
import { metaPatchSchema, narrativeIdSchema } from '../../core/narrative/meta';
import { joinedTeamSchema } from '../../core/team/joinedTeam';
import { roleSchema } from '../../core/team/role';
import { DurableJsonAdapter, type TextCodec } from '../durableJsonAdapter';

const keptTeamSchema = joinedTeamSchema.omit({ line: true, narratives: true }).extend({
  /** Opens the server in this member's name. The file is readable for its owner alone. */
  session: z.string().min(1).max(500),
  narratives: z.array(
    z.object({
      id: narrativeIdSchema,
      role: roleSchema,
      /** How it was described when both sides agreed last: what is another since then was changed without a line. */
      agreed: metaPatchSchema.optional(),
    }),
  ),
});
/** A team as it is kept in the library. */
export type KeptTeam = z.infer<typeof keptTeamSchema>;

const fileSchema = z.object({
  format: z.literal('dateline-teams'),
  version: z.literal(1),
  teams: z.array(keptTeamSchema),
});

const codec: TextCodec<KeptTeam[]> = {
  encode: (teams) => `${JSON.stringify({ format: 'dateline-teams', version: 1, teams }, null, 2)}\n`,
  decode: (text) => {
    try {
      return fileSchema.parse(JSON.parse(text)).teams;
    } catch {
      throw new DatelineError(
        'file-damaged',
        'The list of teams cannot be read.',
        'Join them again by a new link.',
      );
    }
  },
};

/** The teams that a library has joined, in `teams.json`. */
export interface JoinedTeams {
  list(): readonly KeptTeam[];
  /** Changes the list as a whole; resolves once that is durable, and throws with nothing changed where it cannot be. */
  change(change: (teams: readonly KeptTeam[]) => KeptTeam[]): Promise<void>;
}

/** Opens the list. One that cannot be read counts as empty and is kept beside it. */
export async function openJoinedTeams(folder: string): Promise<JoinedTeams> {
  const adapter = new DurableJsonAdapter<KeptTeam[]>({ path: join(folder, 'teams.json'), codec });
  const db = new Low<KeptTeam[]>(adapter, []);
  await db.read().catch((thrown: unknown) => {
    if (!(thrown instanceof DatelineError) || thrown.code !== 'file-damaged') throw thrown;
  });
  return {
    list: () => db.data,
    async change(change) {
      const before = db.data;
      db.data = change(before);
      try {
        await db.write();
      } catch (thrown) {
        db.data = before;
        throw thrown;
      }
    },
  };
}
