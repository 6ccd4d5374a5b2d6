import { Button, Modal } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../../core/api/contract';
import type { DatelineError } from '../../../core/api/errors';
import type { ExportOptions } from '../../../core/api/shapes';
import { exportFileName } from '../../../core/export/exportFileName';
import type { NarrativeId, NarrativeMeta } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { useConnection } from '../../client/ConnectionProvider';
import { EmptyState } from '../../ui/EmptyState';
import classes from './ExportDialog.module.css';
import { ExportNews } from './ExportNews';
import { ExportOptionsForm } from './ExportOptionsForm';
import { type ExportForm, exportForms, firstOptions, hasParts, writtenParts } from './exportChoice';
import { PagePreview } from './PagePreview';
import { useExport } from './useExport';

export interface ExportDialogProps {
  meta: NarrativeMeta;
  content: NarrativeContent;
  /** What exports begin with, as the settings have it. */
  usual: Pick<ExportOptions, 'paper' | 'logo'>;
  /** A meeting was closed, so that there are minutes of it. */
  hasMinutes: boolean;
  /** Makes every word durable, so that the export holds them all. */
  flush: () => Promise<void>;
  /** Goes on with a folder of Markdown files instead of one. */
  onFolder: () => void;
  onClose: () => void;
}

/** Hands the narrative to readers: the choice left, the true page right, warnings before saving. */
export function ExportDialog(props: ExportDialogProps) {
  const { meta, content, usual, flush, onFolder, onClose } = props;
  const [form, setForm] = useState<ExportForm>(exportForms[1]);
  const [chosen, setChosen] = useState<ExportOptions | null>(null);
  // What was just written becomes content a moment later; until somebody chooses, the choice follows it.
  const options = chosen ?? firstOptions(content, meta, usual);
  const [page, setPage] = useState(1);
  const { state, run, stop, reset } = useExport(meta.id, flush);
  const isPdf = form.format === 'pdf';
  const asked = { ...options, layout: form.layout };
  const preview = usePreview({ id: meta.id, options: asked, page, isPdf, flush });
  const hasNothing = hasParts(form) && options.parts.length === 0 && !options.minutes;
  const fileName = exportFileName({ meta, content, options: asked }, form.format);

  function change(next: { form?: ExportForm; options?: ExportOptions }): void {
    if (next.form) setForm(next.form);
    // Between the words, the thread would be in the way of reading; it can be asked for there, too.
    if (next.form && (next.form.layout === 'reading') !== (form.layout === 'reading'))
      setChosen({ ...options, thread: next.form.layout !== 'reading' });
    if (next.options) setChosen(next.options);
    setPage(1);
    reset();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={1080}
      padding={0}
      withCloseButton={false}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      <div className={classes.dialog}>
        <header className={classes.header}>
          <Modal.Title className={classes.title ?? ''}>Hand it to readers</Modal.Title>
          <p>Draft {meta.draft}. Every word you see is in it.</p>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard */}
        <section className={classes.options} aria-label="Export options" tabIndex={0}>
          <ExportOptionsForm
            form={form}
            options={options}
            written={writtenParts(content)}
            hasThread={Object.keys(content.promises).length > 0}
            hasDrawer={Object.keys(content.drawer).length > 0}
            hasMinutes={props.hasMinutes}
            onForm={(chosen) => change({ form: chosen })}
            onOptions={(changed) => change({ options: changed })}
          />
        </section>
        <div className={classes.dock}>
          <ExportNews
            state={state}
            warnings={isPdf ? (preview.data?.warnings ?? []) : []}
            onStop={stop}
            onRetry={() => void run(form, options)}
          />
          <footer className={classes.footer}>
            <Button disabled={state.kind === 'running' || hasNothing} onClick={() => void run(form, options)}>
              {form.save}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {state.kind === 'saved' ? 'Close' : 'Cancel'}
            </Button>
            <span className={classes.hint} title={hasNothing ? undefined : fileName}>
              {hasNothing ? 'Choose at least one part.' : fileName}
            </span>
          </footer>
        </div>
        {isPdf && !hasNothing ? (
          <PagePreview
            preview={preview.data}
            error={preview.error}
            isWaiting={preview.isFetching}
            onPage={setPage}
            onRetry={() => void preview.refetch()}
          />
        ) : (
          <section className={classes.preview} aria-label="Preview">
            <div className={classes.noPages}>
              <EmptyState
                line="No pages to show."
                quiet={noPagesLine(form.format)}
                action={form.format === 'md' && <FolderInstead onFolder={onFolder} />}
              />
            </div>
          </section>
        )}
      </div>
    </Modal>
  );
}

function FolderInstead({ onFolder }: Pick<ExportDialogProps, 'onFolder'>) {
  return (
    <Button variant="default" onClick={onFolder}>
      As a folder, for git
    </Button>
  );
}

function noPagesLine(format: ExportForm['format']): string {
  switch (format) {
    case 'docx':
      return 'A Word document with headings, footnotes and cross-references. Where it breaks its pages is up to Word.';
    case 'md':
      return 'Markdown is plain text: headings, lists, tables and links are kept.';
    case 'html':
      return 'The web page fits itself to the screen it is read on.';
    case 'txt':
      return 'Lines of 72 columns, headings underlined, footnotes at the end. What a picture shows is said in words.';
    case 'dateline':
      return 'Words, pictures and history, complete. Import it in any Dateline.';
    case 'pdf':
      return 'Choose at least one part.';
  }
}

interface PreviewRequest {
  id: NarrativeId;
  options: ExportOptions;
  page: number;
  isPdf: boolean;
  flush: () => Promise<void>;
}

/** The page as the host sets it now; asked anew each time the dialog opens, because the words have changed. */
function usePreview({ id, options, page, isPdf, flush }: PreviewRequest) {
  const { call } = useConnection();
  const [opening] = useState(() => crypto.randomUUID());
  return useQuery<Output<'exports.preview'>, DatelineError>({
    queryKey: ['exports.preview', opening, options, page],
    queryFn: async () => {
      await flush();
      return call('exports.preview', { id, options, page });
    },
    enabled: isPdf && (options.layout === 'release' || options.parts.length > 0 || options.minutes),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
