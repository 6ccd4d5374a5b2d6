import type { DatelineError } from '../../core/api/errors';
import { escapeHtml } from '../../core/export/html/escapeHtml';
import type { Role } from '../../core/team/role';
import { page } from '../local/plainPage';

export interface JoinView {
  team: string;
  role: Role;
  /** Whom the link signs in again; null where it lets somebody new in. */
  returning: string | null;
  /** The name of whoever is signed in already; null for a newcomer. */
  known: string | null;
  /** Why the last answer was not taken, and the name in it; null before the first. */
  fault: { error: DatelineError; name: string } | null;
}

const roleLines: Record<Role, string> = {
  owner: 'You will write, review, and decide who else belongs to the team.',
  coauthor: 'You will write and review with them.',
  reviewer: 'You will read, comment and suggest.',
  reader: 'You will read what they write.',
};

/** The colours of renderer/ui/tokens.css, which a page without a session cannot load. */
const formStyle = `
  label { display: block; margin: 24px 0 6px; }
  input { box-sizing: border-box; width: 100%; padding: 8px 12px; font: inherit; color: inherit; background: transparent;
    border: 1px solid #6B7066; border-radius: 4px; }
  button { margin: 8px 0 24px; padding: 9px 20px; font: inherit; color: #FFFFFF; background: #1D4F82; border: 0;
    border-radius: 4px; cursor: pointer; }
  :focus-visible { outline: 2px solid #1D4F82; outline-offset: 2px; }
  a { color: #1D4F82; }
  .fault { padding: 10px 14px; border-left: 3px solid #9C2A1E; background: #F8E6E2; }
  @media (prefers-color-scheme: dark) {
    input { border-color: #9AA093; } button { color: #10233A; background: #93BEEA; }
    :focus-visible { outline-color: #93BEEA; } a { color: #93BEEA; }
    .fault { background: #472722; border-color: #F4A093; }
  }`;

/** Asks a newcomer for their name, and a member whether they want what the invitation gives. */
export function joinPage(view: JoinView): string {
  if (view.returning !== null) return returnPage(view.team, view.returning);
  const { team, role, known, fault } = view;
  return page(
    `Join ${escapeHtml(team)}`,
    `<h1>Join ${escapeHtml(team)}</h1>
    <p>Somebody invited you to a team that writes and reviews launch narratives. ${roleLines[role]}</p>
    ${fault === null ? '' : told(fault.error)}
    <form method="post">
      ${known === null ? nameField(fault) : `<p>You are signed in as ${escapeHtml(known)}.</p>`}
      <button type="submit">Join</button>
    </form>
    <p>There is no account and no password: this browser stays signed in for 30 days.</p>`,
    `<style>${formStyle}</style>`,
  );
}

function returnPage(team: string, name: string): string {
  return page(
    escapeHtml(team),
    `<h1>${escapeHtml(team)}</h1>
    <p>This link signs you in as ${escapeHtml(name)}, in this browser, for 30 days. It works once.</p>
    <form method="post"><button type="submit">Sign in</button></form>`,
    `<style>${formStyle}</style>`,
  );
}

function nameField(fault: JoinView['fault']): string {
  const described = fault === null ? '' : ' aria-invalid="true" aria-describedby="fault"';
  const value = escapeHtml(fault?.name ?? '');
  return `<label for="name">Your name, as it will stand under what you write and say</label>
      <p><input id="name" name="name" value="${value}" autocomplete="name" maxlength="200" required autofocus${described}></p>`;
}

const told = ({ message, next }: DatelineError): string =>
  `<p class="fault" id="fault" role="alert">${escapeHtml(message)} ${escapeHtml(next ?? '')}</p>`;

/** Says why somebody is not let in, and what to do. */
export function refusedPage(heading: string, { message, next }: DatelineError): string {
  return page(
    escapeHtml(heading),
    `<h1>${escapeHtml(heading)}</h1>
    <p>${escapeHtml(message)} ${escapeHtml(next ?? '')}</p>`,
  );
}

/** Shown to a browser that is not signed in. */
export function strangerPage(team: string, mayHaveSignIn: boolean): string {
  const way = mayHaveSignIn
    ? '<p><a href="/sign-in">Sign in with your company</a>, or open the invitation link that you were sent.</p>'
    : '<p>Open the invitation link that you were sent. If it is used up, ask for a new one.</p>';
  return page(
    escapeHtml(team),
    `<h1>${escapeHtml(team)}</h1>
    <p>You are not signed in here. A team’s narratives are read by its members only.</p>
    ${way}`,
    `<style>${formStyle}</style>`,
  );
}
