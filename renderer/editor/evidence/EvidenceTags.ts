import { type Editor, Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { type EvidenceRecord, evidenceRecordSchema } from '../../../core/evidence/evidenceRecord';
import { sourceLine } from '../../../core/evidence/sourceLine';
import type { WordRange } from './claimedWords';
import { type ClaimRange, claimRanges } from './claimRanges';
import { openClaim } from './openClaim';
import type { SourceFiles } from './sourceFiles';

/** Where source cards are kept, and who writes them. */
export interface EvidenceOptions {
  records: Y.Map<unknown> | null;
  /** Takes back a mark and its card in one step. */
  history: Y.UndoManager | null;
  author: () => string;
  /** Where attached files go; without it, nothing can be attached. */
  files: SourceFiles | null;
}

interface TagState {
  tags: DecorationSet;
  /** Words a card is being written for. */
  pending: WordRange | null;
}

type TagNews = { pending: WordRange | null } | 'records';

const tagsKey = new PluginKey<TagState>('evidenceTags');

/** Tags behind the claims of a text, as decorations: no export and no copy can leak them. */
export const EvidenceTags = Extension.create<EvidenceOptions>({
  name: 'evidenceTags',
  addOptions: () => ({ records: null, history: null, author: () => '', files: null }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const draw = (doc: ProseMirrorNode) => drawTags(editor, doc, options);
    return [
      new Plugin<TagState>({
        key: tagsKey,
        state: {
          init: (_config, state) => ({ tags: draw(state.doc), pending: null }),
          apply: (tr, before) => ({
            tags: nextTags(tr, before.tags, draw),
            pending: nextPending(tr, before),
          }),
        },
        props: { decorations: (state) => withPending(tagsKey.getState(state), state.doc) },
        view: (view) => {
          const onRecords = () => view.dispatch(tellTags(view.state.tr, 'records'));
          options.records?.observe(onRecords);
          return { destroy: () => options.records?.unobserve(onRecords) };
        },
      }),
    ];
  },
});

/** What an editor knows about evidence. Throws for an editor without it, which no part has. */
export function evidenceOptions(editor: Editor): EvidenceOptions {
  const extension = editor.extensionManager.extensions.find(({ name }) => name === EvidenceTags.name);
  if (!extension) throw new Error('This editor has no evidence.');
  return extension.options as EvidenceOptions;
}

/** The source card of a claim; null when there is none. */
export function recordOf(editor: Editor, id: string): EvidenceRecord | null {
  return readRecord(evidenceOptions(editor), id);
}

function readRecord({ records }: EvidenceOptions, id: string): EvidenceRecord | null {
  return evidenceRecordSchema.safeParse(records?.get(id)).data ?? null;
}

/** Marks the words a card is being written for, or no words any more. */
export function setPending(editor: Editor, pending: WordRange | null): void {
  editor.view.dispatch(tellTags(editor.state.tr, { pending }));
}

export function pendingWords(editor: Editor): WordRange | null {
  return tagsKey.getState(editor.state)?.pending ?? null;
}

const tellTags = (tr: Transaction, news: TagNews): Transaction =>
  tr.setMeta(tagsKey, news).setMeta('addToHistory', false);
const newsOf = (tr: Transaction) => tr.getMeta(tagsKey) as TagNews | undefined;

function nextPending(tr: Transaction, { pending }: TagState): WordRange | null {
  const news = newsOf(tr);
  if (news !== undefined && news !== 'records') return news.pending;
  if (!pending || !tr.docChanged) return pending;
  const moved = { from: tr.mapping.map(pending.from, 1), to: tr.mapping.map(pending.to, -1) };
  return moved.from < moved.to ? moved : null;
}

/** Typing beside claims only moves their tags; they are drawn again when a change touches one. */
function nextTags(tr: Transaction, tags: DecorationSet, draw: (doc: ProseMirrorNode) => DecorationSet) {
  if (newsOf(tr) === 'records') return draw(tr.doc);
  if (!tr.docChanged) return tags;
  return touchesClaims(tr.before, tr.doc) ? draw(tr.doc) : tags.map(tr.mapping, tr.doc);
}

function touchesClaims(before: ProseMirrorNode, after: ProseMirrorNode): boolean {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return false;
  return hasClaim(before, start, end.a) || hasClaim(after, start, end.b);
}

function hasClaim(doc: ProseMirrorNode, from: number, to: number): boolean {
  const evidence = doc.type.schema.marks.evidence;
  const $from = doc.resolve(Math.min(from, to));
  const $to = doc.resolve(Math.max(from, to));
  const start = $from.parent.inlineContent ? $from.start() : $from.pos;
  const end = $to.parent.inlineContent ? $to.end() : $to.pos;
  return evidence !== undefined && doc.rangeHasMark(start, end, evidence);
}

function drawTags(editor: Editor, doc: ProseMirrorNode, options: EvidenceOptions): DecorationSet {
  const tags = claimRanges(doc).map((range) => drawTag(editor, range, readRecord(options, range.id)));
  return tags.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, tags);
}

function drawTag(editor: Editor, { id, tagAt }: ClaimRange, record: EvidenceRecord | null): Decoration {
  const source = sourceLine(record);
  const state = record?.state ?? 'unknown';
  const toDOM = () => {
    const tag = document.createElement('span');
    tag.className = 'dl-ev-tag';
    tag.dataset.state = state;
    tag.dataset.claim = id;
    tag.setAttribute('role', 'button');
    tag.setAttribute('aria-label', `Evidence: ${source} Open the source card.`);
    tag.title = source;
    // The joiner keeps the tag from standing alone on a line.
    tag.append('\u2060', wordOf(state));
    tag.addEventListener('mousedown', (event) => event.preventDefault());
    tag.addEventListener('click', () => openClaim(editor, { id, words: null }, tag.getBoundingClientRect()));
    return tag;
  };
  // Without marks, as it would otherwise be underlined with the words when no punctuation stands between.
  const spec = { key: `${id} ${source}`, side: -1, marks: [], stopEvent: () => true };
  return Decoration.widget(tagAt, toDOM, spec);
}

function wordOf(state: string): HTMLElement {
  const word = document.createElement('span');
  word.className = 'dl-ev-word';
  word.textContent = state;
  return word;
}

function withPending(state: TagState | undefined, doc: ProseMirrorNode): DecorationSet {
  if (!state) return DecorationSet.empty;
  if (!state.pending) return state.tags;
  const { from, to } = state.pending;
  return state.tags.add(doc, [Decoration.inline(from, to, { class: 'dl-ev-pending' })]);
}
