import { z } from 'zod';

/** Every node a narrative may hold. Exporters are mapped types over this list, so a new node breaks their compile. */
export const nodeNames = [
  'doc',
  'section',
  'faqItem',
  'faqQuestion',
  'useCase',
  'storyFact',
  'step',
  'manual',
  'title',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'image',
  'screen',
  'unwritten',
  'footnote',
  'fact',
  'hardBreak',
  'text',
] as const;
export type NodeName = (typeof nodeNames)[number];

export const markNames = ['bold', 'italic', 'strike', 'code', 'link', 'evidence', 'promise'] as const;
export type MarkName = (typeof markNames)[number];

export interface RichMark<Mark extends string = MarkName> {
  type: Mark;
  attrs?: Record<string, unknown>;
}

/** ProseMirror JSON, narrowed to our own node and mark names; exports widen the marks by some of their own. */
export interface RichNode<Mark extends string = MarkName> {
  type: NodeName;
  attrs?: Record<string, unknown>;
  content?: RichNode<Mark>[];
  marks?: RichMark<Mark>[];
  text?: string;
}

/** A part's text as ProseMirror JSON; its root is always a `doc`. */
export interface RichDoc extends RichNode {
  type: 'doc';
}

const richMarkSchema: z.ZodType<RichMark> = z.object({
  type: z.enum(markNames),
  attrs: z.record(z.string(), z.unknown()).optional(),
}) as z.ZodType<RichMark>;

/** One node with all below it, by its names alone; content rules are checked by `parseRichDoc` in schema.ts. */
export const richNodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.enum(nodeNames),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(richNodeSchema).optional(),
    marks: z.array(richMarkSchema).optional(),
    text: z.string().optional(),
  }),
) as z.ZodType<RichNode>;

/** Parses untyped JSON into a part's text; content rules are checked by `parseRichDoc` in schema.ts. */
export const richDocSchema = richNodeSchema.refine((node) => node.type === 'doc', {
  message: 'The root of a part must be a doc.',
}) as unknown as z.ZodType<RichDoc>;

export const faqStates = ['open', 'answered', 'blocked'] as const;
export type FaqState = (typeof faqStates)[number];

/** Lines of a use case that stand above its steps, in order. */
export const storyFactKeys = ['who', 'when', 'goal', 'ending', 'failure'] as const;
export type StoryFactKey = (typeof storyFactKeys)[number];

/** Lines of a step below its text, in order. */
export const stepFactKeys = ['sees', 'failure'] as const;
export type StepFactKey = (typeof stepFactKeys)[number];

export const storyFactTitles: Readonly<Record<StoryFactKey | StepFactKey, string>> = {
  who: 'Who',
  when: 'When',
  goal: 'Goal',
  ending: 'It ends',
  sees: 'They see',
  failure: 'If it fails',
};

/** The string value of an attribute, or '' when it is absent or of another type. */
export function stringAttr(node: RichNode<string>, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}
