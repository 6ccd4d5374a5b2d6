import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../../core/api/contract';
import type { DatelineError } from '../../../core/api/errors';
import type { ExportOptions, LetterPlace } from '../../../core/api/shapes';
import type { NarrativeMeta } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useConnection } from '../../client/ConnectionProvider';
import { firstOptions, writtenParts } from './exportChoice';
import { PagePreview } from './PagePreview';
import classes from './PagesPanel.module.css';

export interface PagesPanelProps {
  meta: NarrativeMeta;
  content: NarrativeContent;
  usual: Pick<ExportOptions, 'paper' | 'logo'>;
  /** When the newest words were saved, once writing paused; the pages are set anew then. */
  savedAt: string;
  /** Where the caret stands; its page is shown until somebody leafs. */
  at: LetterPlace;
  onClose: () => void;
}

/**
 * The pages beside the text, the one that is being written first: of the release alone while that is written, since
 * its page line is of that layout, else of the whole narrative.
 */
export function PagesPanel({ meta, content, usual, savedAt, at, onClose }: PagesPanelProps) {
  const [leafed, setLeafed] = useState<{ page: number; from: LetterPlace } | null>(null);
  const isLeafed = leafed !== null && leafed.from.part === at.part && leafed.from.letters === at.letters;
  const parts = writtenParts(content);
  const layout = at.part === 'release' ? ('release' as const) : ('narrative' as const);
  const options = { ...firstOptions(content, meta, usual), parts, layout };
  const { call } = useConnection();
  const preview = useQuery<Output<'exports.preview'>, DatelineError>({
    queryKey: ['exports.preview', 'pages', meta.id, savedAt, options, at, isLeafed && leafed.page],
    queryFn: () =>
      call('exports.preview', {
        id: meta.id,
        options,
        ...(isLeafed ? { page: leafed.page } : { page: 1, at }),
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return (
    <div className={classes.panel} data-view="pages">
      <header className={classes.header}>
        <h2>Pages</h2>
        <ActionIcon variant="subtle" aria-label="Back to the guide" onClick={onClose}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </header>
      {parts.length === 0 ? (
        <p className={classes.nothing}>The first page is set as soon as something is written.</p>
      ) : (
        <PagePreview
          preview={preview.data}
          error={preview.error}
          isWaiting={preview.isFetching}
          onPage={(page) => setLeafed({ page, from: at })}
          onRetry={() => void preview.refetch()}
        />
      )}
    </div>
  );
}
