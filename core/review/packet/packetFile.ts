import { z } from 'zod';
import { narrativeIdSchema } from '../../narrative/meta';
import { partKeys } from '../../narrative/parts';
import { type RichDoc, richDocSchema } from '../../narrative/richText';
import { maybeDaySchema, maybeSaidSchema, personNameSchema, recordIdSchema } from '../records/common';
import { packetAsksSchema, packetPurposes } from '../records/packets';

export const packetFormat = 'dateline-packet';
/** Version that this build writes. A page reads only its own, since both are in one file. */
export const packetVersion = 1;

/** Id of the script element that holds a packet's data, open or locked, as JSON. */
export const packetElementId = 'packet-data';
/** Id of the element that a packet's page is built in, instead of what stands there for those who run no scripts. */
export const packetRootId = 'packet';

const docSchema: z.ZodType<RichDoc> = richDocSchema;

const packetPartSchema = z.object({
  part: z.enum(partKeys),
  title: z.string().max(200),
  /** The part as it is read, as `partVersion` names it: what a sign-off of it is for. */
  version: z.string().max(100),
  /**
   * Its text, cleaned: links lead to web or mail addresses alone, and marks that lead to cards are gone. A `fact` shows
   * its `value`; it, a footnote, an image and a screen count as one character, as `readDocText` reads them.
   */
  doc: docSchema,
});
/** A part to read. Anchors are made of it with `createAnchor(readDocText(doc), part, selection)`. */
export type PacketPart = z.infer<typeof packetPartSchema>;

const packetPictureSchema = z.object({
  /** A data URL. */
  src: z.string(),
  /** In CSS pixels. */
  width: z.int().min(0),
  height: z.int().min(0),
});

/** What is shown for a `screen` node. */
const packetScreenSchema = z.object({
  title: z.string(),
  /** What is to be seen, in words. */
  alt: z.string(),
  /** Name of its picture among the pictures; '' where there is none. */
  picture: z.string(),
  /** A sentence to show in place of a picture that is not there; '' where it is. */
  missing: z.string(),
});

/** All that a packet knows, as it stands in its page. */
export const packetFileSchema = z.object({
  format: z.literal(packetFormat),
  version: z.literal(packetVersion),
  /** Begins the ids of all records of its answer: `ID.` and then what the page makes up, at random. */
  id: recordIdSchema,
  purpose: z.enum(packetPurposes),
  /** Whom it was made for, and who signs; '' for any number of customers who are asked for no name. */
  reader: personNameSchema,
  /** Who asks. */
  askedBy: personNameSchema,
  madeAt: z.iso.datetime(),
  narrative: z.object({ id: narrativeIdSchema, name: z.string().max(200) }),
  /** The content that it shows, as `contentVersion` names it, and the draft's number. */
  contentVersion: z.string().max(100),
  draft: z.int().min(1),
  /** BCP 47 tag of the text. */
  language: z.string().max(35),
  /** Printed at its top and foot; '' for none. */
  confidentiality: z.string().max(200),
  /** What its author says to the reader; '' for nothing. */
  note: maybeSaidSchema,
  /** The day by which an answer is wished for. */
  returnBy: maybeDaySchema,
  asks: packetAsksSchema,
  /** Id of the excitement test that its customers answer; '' outside of one. */
  excitementTest: z.string().max(100),
  parts: z.array(packetPartSchema).min(1),
  /** By the name that `image` nodes have in `asset`; one that is missing is shown by its words. */
  pictures: z.record(z.string(), packetPictureSchema),
  /** By the id of `screen` nodes. */
  screens: z.record(z.string(), packetScreenSchema),
  /** 32 bytes in base64 that seal the answer, see `sealedText`. */
  sealKey: z.base64().max(64),
  /** 32 bytes in base64 that the answer is locked with; '' where the packet is not locked. */
  answerKey: z.base64().max(64),
});
export type PacketFile = z.infer<typeof packetFileSchema>;
