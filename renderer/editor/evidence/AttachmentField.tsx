import { Button, FileButton } from '@mantine/core';
import { IconFile, IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { fileSize } from '../../../core/evidence/attachedFile';
import { assetUrl } from '../../client/assetUrl';
import type { Attachment } from './sourceFiles';

interface AttachmentFieldProps {
  attachment: Attachment;
  isBusy: boolean;
  onFiles: (files: readonly File[]) => void;
  onSave: (asset: string, fileName: string) => void;
  onTakeOff: () => void;
}

/** The file that a source card carries, such as a report, a table or a photograph of a note. */
export function AttachmentField({ attachment, isBusy, onFiles, onSave, onTakeOff }: AttachmentFieldProps) {
  const reset = useRef<() => void>(null);
  const { asset, file } = attachment;
  if (asset === '') {
    return (
      <div className="dl-ev-attach">
        <FileButton onChange={(chosen) => onFiles(chosen ? [chosen] : [])} resetRef={reset}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              size="compact-sm"
              loading={isBusy}
              leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
            >
              Attach a file
            </Button>
          )}
        </FileButton>
        <span>or drop or paste one here</span>
      </div>
    );
  }
  const ending = asset.split('.').at(-1) ?? '';
  const name = file?.name ?? `picture.${ending}`;
  return (
    <section className="dl-ev-file" aria-label="Attached file">
      {ending === 'bin' ? (
        <IconFile size={20} stroke={1.75} aria-hidden />
      ) : (
        <img src={assetUrl(asset)} alt="" />
      )}
      <span className="dl-ev-file-name" title={name}>
        <b>{file?.name ?? 'Attached picture'}</b>
        {file && <span>{fileSize(file.size)}</span>}
      </span>
      <Button variant="subtle" size="compact-sm" disabled={isBusy} onClick={() => onSave(asset, name)}>
        Save a copy
      </Button>
      <Button variant="subtle" size="compact-sm" disabled={isBusy} onClick={onTakeOff}>
        Take it off
      </Button>
    </section>
  );
}
