import { Modal } from '@mantine/core';
import { ScreenWords, type ScreenWordsProps } from '../../editor/screen/ScreenWords';

/** Name and description of a screen, away from the text. */
export function ScreenDescription({ onClose, ...words }: ScreenWordsProps & { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} size="auto" title="Name and description">
      <ScreenWords {...words} />
    </Modal>
  );
}
