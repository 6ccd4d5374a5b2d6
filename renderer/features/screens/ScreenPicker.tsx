import { Button, Modal } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { MockupSkeleton } from '../../../core/screens/mockups';
import type { ScreenRecord } from '../../../core/screens/screenRecord';
import { useOperation } from '../../client/useOperation';
import { chooseFiles } from '../../ui/chooseFiles';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MockupPreview } from './MockupPreview';
import classes from './Screens.module.css';
import { ScreenThumb } from './ScreenThumb';

export interface ScreenPickerProps {
  /** Screens that are there already, to be shown once more; none where only a new one makes sense. */
  screens: readonly ScreenRecord[];
  /** Why a picture could not be kept. */
  problem: DatelineError | null;
  onBegin: (start: MockupSkeleton | 'blank') => void;
  onPicture: (file: File) => void;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** What a screen is begun from: an empty sheet, a mock-up, a picture, or a screen that is there already. */
export function ScreenPicker(props: ScreenPickerProps) {
  const { screens, problem, onBegin, onPicture, onChoose, onClose } = props;
  const shelf = useOperation('screens.templates', {});
  const choosePicture = () => chooseFiles('image/*', ([file]) => file && onPicture(file));
  return (
    <Modal opened onClose={onClose} title="A screen" size={860}>
      <section className={classes.group} aria-label="Begin a new one">
        <h3>Begin a new one</h3>
        {problem && <ErrorNotice error={problem} />}
        {shelf.error && <ErrorNotice error={shelf.error} onRetry={() => void shelf.refetch()} />}
        <ul className={classes.choices}>
          <Choice name="Empty sheet" onChoose={() => onBegin('blank')}>
            <span className={classes.blank} />
          </Choice>
          {shelf.data?.mockups.map((mockup) => (
            <Choice key={mockup.id} name={mockup.title} hint={mockup.words} onChoose={() => onBegin(mockup)}>
              <MockupPreview mockup={mockup} />
            </Choice>
          ))}
        </ul>
        <Button
          variant="default"
          leftSection={<IconPhoto size={18} stroke={1.75} aria-hidden />}
          onClick={choosePicture}
        >
          Draw on a picture of this computer
        </Button>
      </section>
      {screens.length > 0 && (
        <section className={classes.group} aria-label="Show one again">
          <h3>Show one again</h3>
          <p className={classes.quiet}>It is the same screen: drawn on in one place, it changes in all.</p>
          <ul className={classes.choices}>
            {screens.map(({ id, title, picture }) => (
              <Choice key={id} name={title || 'Without a name'} onChoose={() => onChoose(id)}>
                <ScreenThumb picture={picture} alt="" />
              </Choice>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}

interface ChoiceProps {
  name: string;
  hint?: string;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ name, hint, onChoose, children }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={classes.choice} title={hint} onClick={onChoose}>
        {children}
        <span>{name}</span>
      </button>
    </li>
  );
}
