import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Selection } from '@tiptap/pm/state';
import { hasNoun } from '../../../core/manuals/nouns';
import { hasHowToFrom, seedConcept, seedHowTo, seedReference } from '../../../core/manuals/seedManual';
import type { RichNode } from '../../../core/narrative/richText';
import {
  appendToSection,
  type ManualSectionKey,
  manualById,
  type PlacedManual,
} from '../../editor/manual/manualSections';
import { asStructureChange } from '../../editor/structure/sectionGuard';
import { dispatchAsStep } from '../../editor/structure/undoStep';

/** What somebody chose to begin a manual from. */
export interface ChosenSeeds {
  useCases: readonly RichNode[];
  concepts: readonly string[];
  /** Words that stand on screens. */
  texts: readonly string[];
}

/**
 * Adds what was chosen to the manual with this id, as one step of undo. What the manual holds by now is left out, so
 * that adding the same twice adds it once. Answers how many things were added.
 */
export function addSeeds(
  editor: Editor,
  { manual: id, ...chosen }: ChosenSeeds & { manual: string },
  newId: () => string = () => crypto.randomUUID(),
): number {
  const manual = manualById(editor.state.doc, id);
  if (!manual) return 0;
  const { useCases, concepts, texts } = stillMissing(manual, chosen);
  const additions: [ManualSectionKey, RichNode[]][] = [
    // From the end to the start, so that the places of the others still hold.
    ['reference', seedReference(texts)],
    ['howTo', useCases.flatMap((useCase) => seedHowTo(useCase, newId()))],
    ['concepts', concepts.flatMap(seedConcept)],
  ];
  const tr = asStructureChange(editor.state.tr);
  const start = additions.reduce(
    (first: number | null, [key, blocks]) => append(tr, { editor, manual, key, blocks }) ?? first,
    null,
  );
  const count = useCases.length + concepts.length + texts.length;
  if (start === null || count === 0) return 0;
  tr.setSelection(Selection.near(tr.doc.resolve(start + 1), 1));
  dispatchAsStep(editor.view, tr.scrollIntoView());
  return count;
}

function append(
  tr: Transaction,
  place: { editor: Editor; manual: PlacedManual; key: ManualSectionKey; blocks: RichNode[] },
): number | null {
  if (place.blocks.length === 0) return null;
  const blocks = place.blocks.map((block) => place.editor.schema.nodeFromJSON(block));
  return appendToSection(tr, place.manual, { key: place.key, blocks });
}

function stillMissing({ node }: PlacedManual, { useCases, concepts, texts }: ChosenSeeds): ChosenSeeds {
  const written = node.toJSON() as RichNode;
  const textOf = (key: ManualSectionKey) => {
    let text = '';
    node.forEach((section) => {
      if (section.attrs.key === key) text = section.textBetween(0, section.content.size, '\n');
    });
    return text;
  };
  return {
    useCases: useCases.filter((useCase) => !hasHowToFrom(written, String(useCase.attrs?.id ?? ''))),
    concepts: concepts.filter((words) => !hasNoun(textOf('concepts'), words)),
    texts: texts.filter((words) => !textOf('reference').includes(words)),
  };
}
