import { Anchor, Button, FileButton, Group } from '@mantine/core';
import { toDatelineError } from '../../../core/api/errors';
import { assetUrl } from '../../client/assetUrl';

interface AttachedFileProps {
  asset: string;
  attach: ((file: File) => Promise<string>) | null;
  onChange: (asset: string) => void;
  onProblem: (sentence: string) => void;
}

/** A picture of the source, such as a photograph of a note or a chart; kept with the narrative. */
export function AttachedFile({ asset, attach, onChange, onProblem }: AttachedFileProps) {
  const add = async (file: File | null) => {
    if (!file || !attach) return;
    try {
      onChange(await attach(file));
      onProblem('');
    } catch (thrown) {
      const { message, next } = toDatelineError(thrown);
      onProblem([message, next].filter(Boolean).join(' '));
    }
  };
  if (asset !== '') {
    return (
      <Group gap={8}>
        <Anchor href={assetUrl(asset)} target="_blank" rel="noopener" size="sm">
          Attached picture
        </Anchor>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange('')}>
          Take it off
        </Button>
      </Group>
    );
  }
  if (!attach) return null;
  return (
    <FileButton onChange={(file) => void add(file)} accept="image/png,image/jpeg,image/gif,image/webp">
      {(button) => (
        <Button {...button} variant="subtle" size="compact-sm" style={{ alignSelf: 'start' }}>
          Attach a picture of it
        </Button>
      )}
    </FileButton>
  );
}
