import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { z } from 'zod';
import { readMarkdown } from '../../../../core/import/readText';
import type { NarrativeContent } from '../../../../core/narrative/narrativeDoc';

const ruleNumber = z.int().min(1).max(38);

const plantSchema = z.strictObject({
  rule: ruleNumber,
  /** The words that should be marked; '' when a whole section, or its absence, is the failing. */
  words: z.string(),
  section: z.string(),
});

const labelsSchema = z.strictObject({
  today: z.iso.date(),
  /** Rules that mean nothing in a release without the part they compare it with, and the files that have it. */
  countedOnlyIn: z.record(z.string(), z.array(z.string())),
  documents: z.record(
    z.string(),
    z.strictObject({
      plants: z.array(plantSchema),
      /** Rules that share the planted words by the method's own definition: neither asked for nor counted. */
      allows: z.array(ruleNumber).optional(),
    }),
  ),
});

export type Plant = z.infer<typeof plantSchema>;

/** A release written for the set, and what is planted in it. */
export interface LabelledDocument {
  name: string;
  text: string;
  content: NarrativeContent;
  doubts: readonly string[];
  plants: readonly Plant[];
  allows: readonly number[];
}

export interface LabelledSet {
  /** The day on which the set is read, as an ISO date. */
  today: string;
  documents: LabelledDocument[];
}

/** Where the sets lie: three that the rules were mended with, and a third unseen one that nobody mends a rule for. */
export const setFolders = {
  labelled: join(cwd(), 'test/core/coach/labelled'),
  heldOut: join(cwd(), 'test/core/coach/labelled/heldOut'),
  heldOut2: join(cwd(), 'test/core/coach/labelled/heldOut2'),
  heldOut3: join(cwd(), 'test/core/coach/labelled/heldOut3'),
};

/** Reads the labelled releases; throws when a label does not fit its shape or has no file. */
export function readLabelledSet(set: keyof typeof setFolders = 'labelled'): LabelledSet {
  const folder = setFolders[set];
  const labels = labelsSchema.parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));
  const limited = Object.entries(labels.countedOnlyIn);
  const documents = Object.entries(labels.documents).map(([name, { plants, allows = [] }]) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { content, doubts } = readMarkdown(text, 'told');
    const uncounted = limited.filter(([, names]) => !names.includes(name)).map(([rule]) => Number(rule));
    return { name, text, content, doubts, plants, allows: [...allows, ...uncounted] };
  });
  return { today: labels.today, documents };
}
