import { expect } from 'vitest';
import type { ExportOptions } from '../../../core/api/shapes';
import type { ExportDocument } from '../../../core/export/exportDocument';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { exportDocument } from './sampleNarrative';
import { threadedAssets } from './threadedNarrative';

const at = '2026-11-23T09:00:00.000Z';
/** A word that is nowhere else, for each part. */
const markerOf = (part: PartKey): string => `zq${part.toLowerCase()}zq`;
/** Words of what lies beside the parts. */
const beside = ['zqfactzq', 'zqdrawerzq', 'zqscreenzq', 'zqreviewzq'];

/** The narrative with a marker in every part, and in everything that lies beside them. */
export function plantMarkers(content: NarrativeContent): NarrativeContent {
  const parts = Object.fromEntries(
    partKeys.map((key) => [
      key,
      {
        type: 'doc',
        content: [
          ...(content.parts[key].content ?? []),
          { type: 'paragraph', content: [{ type: 'text', text: markerOf(key) }] },
        ],
      },
    ]),
  ) as NarrativeContent['parts'];
  return {
    ...content,
    parts,
    facts: {
      unsaid: { key: 'unsaid', label: 'Margin', value: 'zqfactzq', confirmedAt: at, confirmedBy: '' },
    },
    drawer: {
      parked: {
        ...{ id: 'parked', text: 'zqdrawerzq', movedAt: at, movedBy: '' },
        from: { part: 'brief', section: 'need' },
      },
    },
    screens: {
      ...content.screens,
      'screen-unshown': { ...unshown, id: 'screen-unshown', title: 'zqscreenzq' },
    },
  };
}

const unshown = {
  alt: 'zqscreenzq',
  template: '',
  picture: null,
  versions: [],
  hotspots: [],
  follows: '',
  changedAt: '' as const,
  changedBy: '',
};

/** A document of such a narrative, with a review that nobody asked to see. */
export function plantedDocument(content: NarrativeContent, options: Partial<ExportOptions>): ExportDocument {
  const document = exportDocument(content, { assets: threadedAssets });
  const shared = { yjs: '', review: { remark: { text: 'zqreviewzq' } } };
  return { ...document, shared, options: { ...document.options, drawer: false, ...options } };
}

/** Every chosen part is there, and no other; nothing of what lies beside them is. */
export function expectNoLeak(text: string, { layout, parts }: ExportOptions): void {
  for (const part of partKeys) {
    const isChosen = layout === 'release' ? part === 'release' : parts.includes(part);
    if (isChosen) expect(text).toContain(markerOf(part));
    else expect(text).not.toContain(markerOf(part));
  }
  for (const word of beside) expect(text).not.toContain(word);
}
