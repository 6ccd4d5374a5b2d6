import type { NamedFinding } from '../../check/narrativeCheck';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import type { RichNode } from '../../narrative/richText';
import type { SettledCoach } from '../coachSetup';

/** A question as the window shows it. Its example and help page are the rule's and stay with the texts. */
export interface AskedFinding extends Omit<NamedFinding, 'example' | 'help'> {
  /** What stands around the words on the sheet. */
  before: string;
  after: string;
}

/** Top-level nodes of a part that were exchanged for others. */
export interface TextChange {
  part: PartKey;
  from: number;
  to: number;
  nodes: RichNode[];
}

/** All of a narrative but its text. */
export type ContentRest = Omit<NarrativeContent, 'parts'>;

/** What the worker is told; every message has a number of its own. */
export type CoachMessage = { version: number } & (
  | { kind: 'settle'; settled: SettledCoach; today: string }
  | { kind: 'content'; content: NarrativeContent }
  | { kind: 'change'; change: TextChange }
  | { kind: 'rest'; rest: ContentRest }
);

/** What is asked about the text as it was after the message of this number, in reading order. */
export interface CoachAnswer {
  version: number;
  findings: AskedFinding[];
  /** Checks that could not be carried out, one sentence each. */
  problems: string[];
}
