import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DatelineError } from '../../../core/api/errors';
import { defaultSettings } from '../../../core/api/shapes';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { JoinedTeam } from '../../../core/team/joinedTeam';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import rows from '../../ui/rows.module.css';
import classes from './Shared.module.css';
import { lineWords } from './sharedWords';

export interface TeamsDialogProps {
  /** The narrative that is open; null in the library. */
  narrative: NarrativeId | null;
  onClose: () => void;
}

/** The teams whose narratives are kept here too, and joining another. */
export function TeamsDialog({ narrative, onClose }: TeamsDialogProps) {
  const { data: teams, error } = useOperation('teams.list', {});
  return (
    <Modal opened onClose={onClose} title="Your teams" size={560}>
      {error && <ErrorNotice error={error} />}
      {teams && teams.length > 0 && (
        <ul className={`${rows.rows} ${classes.teams}`}>
          {teams.map((team) => (
            <TeamRow key={team.id} team={team} narrative={narrative} />
          ))}
        </ul>
      )}
      <JoinForm />
    </Modal>
  );
}

function TeamRow({ team, narrative }: { team: JoinedTeam; narrative: NarrativeId | null }) {
  const leave = useAction('teams.leave');
  const share = useAction('teams.share');
  const shared = team.narratives.find(({ id }) => id === narrative);
  const error = leave.error ?? share.error;
  return (
    <li>
      <span>
        <b>{team.name}</b> as {team.member}
        <span className={classes.quiet}>{lineWords(team)}</span>
      </span>
      <span className={rows.acts}>
        {narrative !== null && !shared && team.line === 'open' && (
          <Button
            size="compact-sm"
            loading={share.isPending}
            onClick={() => share.mutate({ team: team.id, id: narrative })}
          >
            Share this narrative
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => leave.mutate({ team: team.id })}>
          Stop keeping in step
        </Button>
      </span>
      {error && <ErrorNotice error={error} />}
      {shared?.trouble && <ErrorNotice error={DatelineError.fromData(shared.trouble)} />}
    </li>
  );
}

const isOpenLine = (link: string): boolean =>
  /^http:\/\//.test(link.trim()) && !/^http:\/\/(127\.|localhost|\[::1\])/.test(link.trim());

function JoinForm() {
  const { author } = useOperation('settings.read', {}).data ?? defaultSettings;
  const [link, setLink] = useState('');
  const [name, setName] = useState<string | null>(null);
  const join = useAction('teams.join');
  const shownName = name ?? author;
  const send = (event: FormEvent) => {
    event.preventDefault();
    join.mutate({ link, name: shownName }, { onSuccess: () => setLink('') });
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <h3>Join a team</h3>
      <p className={classes.quiet}>
        What the team shares with you is kept here too, and goes back and forth whenever its server can be
        reached. Without it you go on working.
      </p>
      <TextInput
        label="Invitation link"
        placeholder="https://dateline.example/join/…"
        required
        maxLength={2000}
        value={link}
        onChange={({ currentTarget }) => setLink(currentTarget.value)}
      />
      {isOpenLine(link) && (
        <p className={classes.quiet}>
          This server has no TLS: what you write travels to it unencrypted. Use it on a network you trust.
        </p>
      )}
      <TextInput
        label="Your name, as it will stand under what you write and say"
        required
        maxLength={200}
        value={shownName}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {join.error && <ErrorNotice error={join.error} />}
      <Button type="submit" loading={join.isPending}>
        Join
      </Button>
    </form>
  );
}
