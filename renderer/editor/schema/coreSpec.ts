import type { Attributes } from '@tiptap/core';
import type { NodeSpec } from '@tiptap/pm/model';
import type { NodeName } from '../../../core/narrative/richText';
import { nodeAttributes, nodeSpecs } from '../../../core/narrative/schema';

type SpecField =
  | 'content'
  | 'group'
  | 'inline'
  | 'atom'
  | 'isolating'
  | 'defining'
  | 'selectable'
  | 'draggable'
  | 'code'
  | 'marks';

const specFields: readonly SpecField[] = [
  'content',
  'group',
  'inline',
  'atom',
  'isolating',
  'defining',
  'selectable',
  'draggable',
  'code',
  'marks',
];

/** Attributes whose default is null but whose values are numbers. */
const numericAttributes: ReadonlySet<string> = new Set(['bankNumber']);

/** The parts of core's spec that a TipTap node takes over word for word. */
export function coreFields(name: NodeName): Partial<Pick<NodeSpec, SpecField>> {
  const spec = nodeSpecs[name];
  const entries = specFields
    .filter((field) => spec[field] !== undefined)
    .map((field) => [field, spec[field]]);
  return Object.fromEntries(entries) as Partial<Pick<NodeSpec, SpecField>>;
}

/** Core's attributes as TipTap attributes, carried in HTML as `data-*` so that copy and paste keep them. */
export function coreAttributes(name: keyof typeof nodeAttributes): Attributes {
  const entries = Object.entries(nodeAttributes[name]).map(([key, fallback]) => {
    const htmlName = `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return [
      key,
      {
        default: fallback,
        parseHTML: (element: HTMLElement) => parseValue(element.getAttribute(htmlName), key, fallback),
        renderHTML: (attrs: Record<string, unknown>) =>
          attrs[key] === fallback ? {} : { [htmlName]: String(attrs[key]) },
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function parseValue(raw: string | null, key: string, fallback: unknown): unknown {
  if (raw === null) return fallback;
  if (typeof fallback === 'boolean') return raw === 'true';
  if (typeof fallback === 'number' || numericAttributes.has(key)) {
    const value = Number(raw);
    return Number.isFinite(value) ? value : fallback;
  }
  return raw;
}
