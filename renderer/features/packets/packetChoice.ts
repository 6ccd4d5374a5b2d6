import type { PartKey } from '../../../core/narrative/parts';
import { isUsual, type PacketOrder, passphraseLength } from '../../../core/review/packet/packetOrder';
import { type ModelPrompt, modelPrompts } from '../../../core/review/records/modelChecks';
import type { PacketAsks } from '../../../core/review/records/packets';

/** What somebody has chosen so far; a passphrase that is not wanted is null. */
export interface PacketChoice extends Omit<PacketOrder, 'readers' | 'passphrase'> {
  /** One name a line. */
  names: string;
  passphrase: string | null;
}

/** Begins with every question and the parts that readers are usually given, for readers. */
export function firstChoice(written: readonly PartKey[], test: string): PacketChoice {
  return {
    purpose: 'review',
    names: '',
    parts: written.filter(isUsual),
    asks: { comments: true, suggestions: true, signOff: true, modelPrompts: [...modelPrompts] },
    excitementTest: test,
    passphrase: null,
    note: '',
    returnBy: '',
  };
}

/** Names as packets have them, each once. */
export const readersOf = ({ names }: Pick<PacketChoice, 'names'>): string[] => [
  ...new Set(
    names
      .split(/[\n;]/u)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

/** What still has to be said before packets can be made, as a sentence; '' where nothing has. */
export function whatIsMissing(choice: PacketChoice): string {
  const { purpose, parts, passphrase, excitementTest } = choice;
  if (passphrase !== null && passphrase.length < passphraseLength.least)
    return `The passphrase has at least ${passphraseLength.least} characters.`;
  if (purpose === 'customers') return excitementTest === '' ? 'Fix the pass mark under Customers first.' : '';
  if (readersOf(choice).length === 0) return 'Name at least one reader.';
  return parts.length === 0 ? 'Choose at least one part.' : '';
}

/** The choice as the host takes it. */
export function toOrder({ names, passphrase, ...choice }: PacketChoice): PacketOrder {
  return {
    ...choice,
    readers: choice.purpose === 'review' ? readersOf({ names }) : [],
    passphrase: passphrase ?? '',
  };
}

/** Questions of a packet that are asked or not, each with its words. */
export const askWords = {
  comments: 'Remarks beside the text',
  suggestions: 'Changes to the words',
  signOff: 'A signature for each part',
} as const satisfies Partial<Record<keyof PacketAsks, string>>;

/** All prompts of the shared-model check, or none. */
export const allPrompts = (isAsked: boolean): ModelPrompt[] => (isAsked ? [...modelPrompts] : []);
