import type { ExportAsset } from '../../../core/export/exportDocument';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';

/** A whole PNG of 2 × 3 pixels. */
export const tinyPng = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAADklEQVR42mP4DwYMKBQAvFgR706hsM4AAAAASUVORK5CYII=',
    'base64',
  ),
);

/** The picture of the screen in `threadedContent`. */
export const threadedAssets: ReadonlyMap<string, ExportAsset> = new Map([
  ['price.png', { bytes: tinyPng, mime: 'image/png', width: 390, height: 585 }],
]);

const text = `---
title: Fairmend
screens:
  - id: price
    title: The price
    alt: A price and one button
    picture: { scene: '', svg: '', png: price.png, width: 390, height: 585 }
promises:
  - { id: kept }
  - { id: loose }
  - { id: deleted, words: A repairer within a day }
links:
  - { promise: kept, kind: faq, end: cost }
  - { promise: kept, kind: step, end: read }
  - { promise: kept, kind: screen, end: price }
  - { promise: kept, kind: howTo, end: ask }
  - { promise: kept, kind: evidence, end: six-days }
  - { promise: kept, kind: step, end: gone, words: Pay the repairer }
dateline: 1
---

# Press release

<!-- dateline section summary -->

The price is known first<!-- dateline promise {"id":"kept","words":"The price is known first"} -->. They waited six days[^e1]. It is mended by Friday<!-- dateline promise {"id":"loose","words":"mended by Friday"} -->.

# Customer FAQ

<!-- dateline question {"id":"start"} -->

### How does it begin?

With a film.

<!-- dateline question {"id":"cost"} -->

### What does it cost?

What you are shown.

# Internal FAQ

<!-- dateline question {"id":"loss"} -->

### Who carries the loss?

# Experience

<!-- dateline useCase {"id":"story"} -->

## The machine stops

<!-- dateline step {"id":"film"} -->

### Step 1: Film the fault

She films.

<!-- dateline step {"id":"read"} -->

### Step 2: Read the price

![x](assets/price.png)<!-- dateline screen {"id":"price"} -->

- **They see:** a price

<!-- dateline useCase {"id":"other"} -->

## Nobody was promised this

<!-- dateline step {"id":"wander"} -->

### Step 1: Wander about

# Manual

## Households

<!-- dateline section howTo -->

### How-to

<!-- dateline heading {"id":"ask"} -->

#### Ask for a price

1. Film the plate.

<!-- dateline section unwritten -->

### Could not be written yet

<!-- dateline unwritten {"id":"u","question":"loss","words":"Who pays?"} -->

> Refunds.

[^e1]: Heard. <!-- dateline evidence {"id":"six-days","state":"heard","what":"Fourteen interviews","words":["six days"]} -->
`;

/** A narrative with a promise that everything keeps, one that nothing does, one whose words and one whose end is gone. */
export const threadedContent = (): NarrativeContent => parseDialect(text).content;
