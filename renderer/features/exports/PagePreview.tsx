import { ActionIcon, Loader } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../core/api/contract';
import type { DatelineError } from '../../../core/api/errors';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAfterDelay } from '../../ui/useAfterDelay';
import classes from './ExportDialog.module.css';

export interface PagePreviewProps {
  preview: Output<'exports.preview'> | undefined;
  error: DatelineError | null;
  isWaiting: boolean;
  onPage: (page: number) => void;
  onRetry: () => void;
}

/** One page of the PDF exactly as it will be printed. */
export function PagePreview({ preview, error, isWaiting, onPage, onRetry }: PagePreviewProps) {
  const isLate = useAfterDelay(isWaiting);
  const page = preview?.page ?? 1;
  const pageCount = preview?.pageCount ?? 1;
  return (
    <section className={classes.preview} aria-label="Preview">
      <div className={classes.previewBar}>
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label="Previous page"
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <IconChevronLeft size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        <span role="status">{preview ? `Page ${page} of ${pageCount}` : 'Setting the pages'}</span>
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label="Next page"
          disabled={page >= pageCount}
          onClick={() => onPage(page + 1)}
        >
          <IconChevronRight size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        {isLate && <Loader size={14} role="img" aria-label="Setting the pages" />}
      </div>
      <section
        className={classes.pages}
        aria-label="Page"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          const wanted = pageByKey(event.key, { page, pageCount });
          if (wanted === null) return;
          event.preventDefault();
          onPage(wanted);
        }}
      >
        {error ? (
          <ErrorNotice error={error} onRetry={onRetry} />
        ) : (
          preview && <PageImage svg={preview.svg} label={`Page ${page} of the PDF`} />
        )}
      </section>
    </section>
  );
}

/** The page that a key leads to from this one; null for keys that mean something else. */
export function pageByKey(key: string, { page, pageCount }: { page: number; pageCount: number }) {
  const wanted = {
    PageUp: page - 1,
    ArrowLeft: page - 1,
    PageDown: page + 1,
    ArrowRight: page + 1,
    Home: 1,
    End: pageCount,
  };
  if (!Object.hasOwn(wanted, key)) return null;
  return Math.min(Math.max(wanted[key as keyof typeof wanted], 1), pageCount);
}

/** The page stays an image: an SVG put into the document itself could bring its own styles and links. */
function PageImage({ svg, label }: { svg: string; label: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url === undefined ? null : <img className={classes.page} src={url} alt={label} />;
}
