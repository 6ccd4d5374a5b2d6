import type { Heading, RootContent } from 'mdast';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import type { DocumentSigns } from './documentSigns';
import type { Place } from './knownTitles';
import { guess, type Judgement, type PlacedBlock } from './recognised';
import { ReleaseGatherer } from './releaseGatherer';

/** Keeps blocks at the place that was entered last, and knows what kind of place that is. */
export class PlaceKeeper {
  protected readonly placed: PlacedBlock[] = [];
  protected readonly release: ReleaseGatherer;
  readonly unplaced: PlacedBlock[] = [];
  protected place: Place | null = { part: 'release', section: '' };
  /** Depth of the heading that chose the place; deeper headings belong to it. */
  protected depth = 0;
  protected judgement: Judgement = guess('It stands before anything says what it is.');
  protected storyDepth = 0;
  /** True where nothing says whose questions these are, so that each tells by itself. */
  protected isOpenFaq = false;
  /** True where words within a title of the author's own hinted at a section of the release. */
  protected isHintedRelease = false;

  constructor(protected readonly signs: DocumentSigns) {
    this.release = new ReleaseGatherer(signs);
    if (signs.isManual) this.place = { part: 'manuals', section: '' };
    if (signs.isManual) this.judgement = guess('The text reads like a manual.');
  }

  protected enter({ part, section }: Place, depth: number, judgement: Judgement): void {
    this.place = { part, section };
    this.depth = depth;
    this.judgement = judgement;
    this.storyDepth = 0;
    this.release.forgetHint();
    this.isHintedRelease = false;
    this.isOpenFaq = false;
  }

  protected leave(node: Heading, reason: string): void {
    this.place = null;
    this.depth = node.depth;
    this.judgement = { sure: 'unplaced', reason };
    this.keep(node);
  }

  protected isFaq(): boolean {
    return this.place !== null && partDefinitions[this.place.part].kind === 'faq';
  }

  protected isItemPart(): boolean {
    const kind = this.place === null ? null : partDefinitions[this.place.part].kind;
    return kind === 'stories' || kind === 'manuals';
  }

  /** True until the first running text of the release. */
  protected isBeforeBody(): boolean {
    return this.place?.part === 'release' && this.release.isBeforeBody;
  }

  protected keep(node: RootContent): void {
    if (this.place === null) this.setAside(node, this.judgement.reason);
    else if (this.place.part === 'release') this.release.add(node);
    else this.addPart(node, this.judgement);
  }

  protected setAside(node: RootContent, reason: string): void {
    this.unplaced.push({
      node,
      place: { part: 'plan', section: '' },
      judgement: { sure: 'unplaced', reason },
    });
  }

  protected addPart(node: RootContent, judgement: Judgement): void {
    const part: PartKey = this.place?.part ?? 'plan';
    const section = part === 'brief' && this.place?.section === '' ? 'customer' : (this.place?.section ?? '');
    this.placed.push({ node, place: { part, section }, judgement });
  }
}
