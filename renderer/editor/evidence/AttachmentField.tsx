import { Button, FileButton } from '@mantine/core';
import { IconFile, IconPaperclip } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
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
export function AttachmentField(props: AttachmentFieldProps) {
  return props.attachment.asset === '' ? <AttachRow {...props} /> : <FileRow {...props} />;
}

function AttachRow({ isBusy, onFiles }: AttachmentFieldProps) {
  const row = useRef<HTMLDivElement>(null);
  useFocusIfLost(row);
  return (
    <div ref={row} className="dl-ev-attach">
      <FileButton onChange={(chosen) => onFiles(chosen ? [chosen] : [])}>
        {(button) => (
          <Button
            {...button}
            variant="default"
            size="compact-sm"
            leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
          >
            Attach a file
          </Button>
        )}
      </FileButton>
      <span role="status">{isBusy ? 'Attaching it' : 'or drop or paste one here'}</span>
    </div>
  );
}

function FileRow({ attachment: { asset, file }, onSave, onTakeOff }: AttachmentFieldProps) {
  const row = useRef<HTMLElement>(null);
  useFocusIfLost(row);
  const ending = asset.split('.').at(-1) ?? '';
  const name = file?.name ?? `picture.${ending}`;
  return (
    <section ref={row} className="dl-ev-file" aria-label="Attached file">
      {ending === 'bin' ? (
        <IconFile size={20} stroke={1.75} aria-hidden />
      ) : (
        <img src={assetUrl(asset)} alt="" />
      )}
      <span className="dl-ev-file-name" title={name}>
        <b>{file?.name ?? 'Attached picture'}</b>
        {file && <span>{fileSize(file.size)}</span>}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={() => onSave(asset, name)}>
        Save a copy
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={onTakeOff}>
        Take it off
      </Button>
    </section>
  );
}

/** The button that was pressed went away with the row it stood in; the keyboard goes on in the new row. */
function useFocusIfLost(row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
  }, [row]);
}
