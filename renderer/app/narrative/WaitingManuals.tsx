import { useMemo } from 'react';
import { askForPlace } from '../../../core/manuals/askQuestion';
import { type UnwrittenBlock, unwrittenBlocks } from '../../../core/manuals/unwritten';
import { WaitingList } from '../../features/manuals/WaitingList';
import type { OpenPart } from './openPart';

/** The places of the manuals that wait for the internal FAQ, above it. */
export function WaitingManuals({ session, content, goTo }: Pick<OpenPart, 'session' | 'content' | 'goTo'>) {
  const { manuals, internalFaq } = content.parts;
  const blocks = useMemo(() => unwrittenBlocks({ manuals, internalFaq }), [manuals, internalFaq]);
  const ask = (block: UnwrittenBlock) => {
    const id = askForPlace(session.doc, block, crypto.randomUUID());
    if (id !== null) goTo('internalFaq', id);
  };
  return <WaitingList blocks={blocks} onShow={({ id }) => goTo('manuals', id)} onAsk={ask} />;
}
