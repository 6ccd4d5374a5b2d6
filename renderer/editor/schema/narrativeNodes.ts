import type { AnyExtension } from '@tiptap/core';
import { blockExtensions } from './blocks';
import { FaqItem, FaqQuestion, Manual, Section, Step, StoryFact, Title, UseCase } from './containers';
import { Fact } from './Fact';
import { Footnote } from './Footnote';
import { markExtensions } from './marks';
import { Picture } from './Picture';
import { Screen } from './Screen';
import { Unwritten } from './Unwritten';

export interface NarrativeNodeOptions {
  assetUrl: (asset: string) => string;
}

/** Every node and mark of a narrative as TipTap extensions; a test holds them equal to core's schema. */
export function narrativeNodes({ assetUrl }: NarrativeNodeOptions): AnyExtension[] {
  return [
    ...blockExtensions,
    Section,
    FaqItem,
    FaqQuestion,
    UseCase,
    StoryFact,
    Step,
    Manual,
    Title,
    Picture.configure({ assetUrl }),
    Screen,
    Unwritten,
    Footnote,
    Fact,
    ...markExtensions,
  ];
}
