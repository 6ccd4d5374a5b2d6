import { z } from 'zod';
import { mediaTypeOf } from './mediaTypes';

/** Largest file that a source card takes, in bytes: two of them still fit into a narrative that is sent. */
export const attachmentLimitBytes = 10_000_000;

export const attachedFileSchema = z.object({
  /** As the person named it, without a folder. */
  name: z.string().min(1).max(200),
  /** In bytes. */
  size: z.int().min(0),
  /** Media type after the name; told to people, never trusted when the file is handed out. */
  mime: z.string().max(100),
});
/** What a source card knows about the file it carries; the bytes are an asset. */
export type AttachedFile = z.infer<typeof attachedFileSchema>;

/** What is known about a file that is to be attached. */
export function describeFile(fileName: string, size: number): AttachedFile {
  const name = plainFileName(fileName);
  return { name, size, mime: mediaTypeOf(name) };
}

const forbidden = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/gu;
const longestName = 120;

/** A name that every system can save: no folder, no control or direction characters, never empty. */
export function plainFileName(fileName: string): string {
  const last = fileName.split(/[/\\]/u).at(-1) ?? '';
  const name = last.replace(forbidden, '').replace(/^[.\s]+|[.\s]+$/gu, '');
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)].slice(0, longestName).join('');
  return `${stem === '' ? 'file' : stem}${ending}`;
}

/** A size for people: "900 bytes", "12 kB", "3.4 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
