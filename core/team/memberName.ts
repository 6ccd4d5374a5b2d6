import { DatelineError } from '../api/errors';

/** Two names with the same key look the same to a reader, so one team never has both. */
export const memberNameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Refuses a name that another member has, or had: what they said keeps it. */
export function nameTaken(name: string): DatelineError {
  return new DatelineError(
    'bad-request',
    `Somebody in this team is called “${name}” already, and names stand under what people say.`,
    'Add your surname or your department.',
  );
}
