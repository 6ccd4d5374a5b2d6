import { createNarrativeCheck, type NamedFinding, type NarrativeCheck } from '../../check/narrativeCheck';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import type { RichNode } from '../../narrative/richText';
import { type CoachDocument, readCoachDocument } from '../coachDocument';
import type { CoachFinding } from '../coachFinding';
import type { SettledCoach } from '../coachSetup';
import { mergeFindings } from '../mergeFindings';
import { findRewrittenBlock, putBlock } from './changedBlock';
import type { AskedFinding, ContentRest, TextChange } from './coachMessages';
import { inReadingOrder } from './readingOrder';

/** What was found when the whole was read last, with the blocks that were read again since then. */
interface LastReading {
  document: CoachDocument;
  /** Every question of the coach, the light ones uncounted. */
  findings: readonly CoachFinding[];
  form: readonly NamedFinding[];
  problems: string[];
}

/** Keeps a narrative and what is asked about it, and reads no more of it again than has changed. */
export class LiveCheck {
  #check: NarrativeCheck | null = null;
  #today = '';
  #content: NarrativeContent | null = null;
  #last: LastReading | null = null;

  settle(settled: SettledCoach, today: string): void {
    this.#check = createNarrativeCheck(settled);
    this.#today = today;
    this.#last = null;
  }

  setContent(content: NarrativeContent): void {
    this.#content = content;
    this.#last = null;
  }

  setRest(rest: ContentRest): void {
    if (this.#content) this.#content = { ...rest, parts: this.#content.parts };
    this.#last = null;
  }

  /** Takes a change in. True when one block was read again and the questions are up to date but for the whole. */
  change(change: TextChange): boolean {
    if (!this.#content) return false;
    const { parts } = this.#content;
    const known = parts[change.part].content ?? [];
    const isKnown = this.#readBlockAgain(known, change);
    const content = known.toSpliced(change.from, change.to - change.from, ...change.nodes);
    this.#content = {
      ...this.#content,
      parts: { ...parts, [change.part]: { ...parts[change.part], content } },
    };
    return isKnown;
  }

  /** Reads the whole narrative. */
  readAll(): void {
    if (!this.#check || !this.#content) return;
    const document = readCoachDocument(this.#content, this.#today);
    const { findings, problems } = this.#check.coach.report(document);
    this.#last = {
      document,
      findings,
      form: this.#check.checkForm(this.#content, this.#today),
      problems: problems.map(({ message }) => message),
    };
  }

  /** What to show, in reading order; nothing before the first reading. */
  answer(): { findings: AskedFinding[]; problems: string[] } {
    if (!this.#last || !this.#check) return { findings: [], problems: [] };
    const { document, findings, form, problems } = this.#last;
    const asked = this.#check.join(this.#check.coach.shown(findings), form);
    return { findings: inReadingOrder(document, asked), problems };
  }

  #readBlockAgain(known: readonly RichNode[], change: TextChange): boolean {
    const last = this.#last;
    if (!last || !this.#check) return false;
    const found = findRewrittenBlock(last.document, known, change);
    this.#last = null;
    if (!found) return false;
    const { part, section, from, text } = found.before;
    this.#last = {
      ...last,
      document: putBlock(last.document, found),
      findings: mergeFindings(last.document, last.findings, {
        part,
        section,
        from,
        to: from + text.length,
        grownBy: found.after.text.length - text.length,
        fresh: this.#check.coach.recheckBlock(last.document, found.after),
      }),
    };
    return true;
  }
}
