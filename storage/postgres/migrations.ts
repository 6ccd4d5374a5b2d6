/**
 * What is done to a database, once and in this order. A step that was released is never changed; what comes later is a
 * step of its own.
 */
export const migrations: readonly string[] = [
  `
  create table narratives (
    id text primary key,
    body text not null,
    revision bigint not null default 1,
    saved_at timestamptz not null,
    trashed_at timestamptz
  );
  create table version_files (
    narrative text not null,
    name text not null,
    bytes bytea not null,
    primary key (narrative, name)
  );
  create table assets (name text primary key, bytes bytea not null);
  create table members (
    id text primary key,
    name_key text not null unique,
    subject text unique,
    seq bigserial,
    body json not null
  );
  create table invitations (id text primary key, token_hash text not null unique, seq bigserial, body json not null);
  create table sessions (
    token_hash text primary key,
    member text not null,
    expires_at timestamptz not null,
    body json not null
  );
  create table member_settings (member text primary key, body json not null);
  create table audit (seq bigserial primary key, body json not null);
  `,
];
