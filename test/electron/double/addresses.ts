import { state } from './doubleState';

/** Chromium knows nothing of the app's scheme, so its pages live under a name that no network can resolve. */
const suffix = '.electron-double.invalid';

export function toWebAddress(address: string): string {
  const parts = /^([a-z]+):\/\/([^/?#]*)(.*)$/.exec(address);
  if (!parts?.[1] || !state.privilegedSchemes.has(parts[1])) return address;
  return `https://${parts[2]}.${parts[1]}${suffix}${parts[3]}`;
}

export function toAppAddress(address: string): string {
  const parts = /^https:\/\/([^/?#]*)\.([a-z]+)\.electron-double\.invalid(.*)$/.exec(address);
  return parts ? `${parts[2]}://${parts[1]}${parts[3]}` : address;
}
