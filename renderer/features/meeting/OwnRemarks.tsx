import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { createAnchor } from '../../../core/review/createAnchor';
import { quoted } from '../../../core/review/meeting/quoted';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { readPartText } from '../../../core/review/readPartText';
import type { ReadSelection } from '../../editor/reading/ReadingText';
import type { NarrativeSession } from '../../editor/session/session';
import classes from './Room.module.css';
import type { OwnRemark, ReadParagraph } from './readerView';
import { SayForm } from './SayForm';
import type { Say } from './say';

interface OwnRemarksProps {
  meeting: Meeting;
  session: NarrativeSession;
  reader: string;
  own: readonly OwnRemark[];
  selection: ReadSelection | null;
  paragraphs: readonly ReadParagraph[];
  isSilent: boolean;
  say: Say;
}

/** What whoever reads has written, and a place to write more. */
export function OwnRemarks(props: OwnRemarksProps) {
  const { reader, own, selection, isSilent } = props;
  const [about, setAbout] = useState<ReadSelection | 'whole' | null>(null);
  const begin = () => setAbout(selection ?? 'whole');
  useRemarkKey(reader === '' || about !== null ? null : begin);
  return (
    <aside className={classes.right} aria-label="Your remarks">
      <h2>{reader === '' ? 'Remarks' : 'Your remarks'}</h2>
      <p className={classes.quiet}>{linesOf(reader, isSilent)}</p>
      <ul>
        {own.map(({ id, label, quote, text }) => (
          <li key={id} className={classes.remark}>
            <p className={classes.quiet}>
              {label === '' ? 'On the whole' : [label, quoted(quote)].filter(Boolean).join(', ')}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      {about !== null && reader !== '' ? (
        <RemarkForm {...props} about={about} onAbout={setAbout} onDone={() => setAbout(null)} />
      ) : (
        <Button
          mt={10}
          size="xs"
          variant="default"
          disabled={reader === ''}
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          rightSection={<kbd>M</kbd>}
          // The words that are selected stay so while the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={begin}
        >
          Remark
        </Button>
      )}
    </aside>
  );
}

function linesOf(reader: string, isSilent: boolean): string {
  if (reader === '') return 'Choose your name first, so that they carry it.';
  return isSilent
    ? 'Only you can see them until the time is up.'
    : 'The time is up: everybody can see them now.';
}

interface RemarkFormProps extends OwnRemarksProps {
  about: ReadSelection | 'whole';
  onAbout: (about: ReadSelection | 'whole') => void;
  onDone: () => void;
}

function RemarkForm({ meeting, session, reader, paragraphs, about, onAbout, say, onDone }: RemarkFormProps) {
  // What was selected stays a choice, also after another one was looked at.
  const [selected] = useState(about);
  const at =
    about === 'whole'
      ? -1
      : paragraphs.findIndex(
          (each) => each.part === about.part && each.from === about.from && each.to === about.to,
        );
  const choose = (value: string) => {
    if (value === 'selected') return onAbout(selected);
    const paragraph = paragraphs[Number(value)];
    onAbout(paragraph && value !== 'whole' ? paragraph : 'whole');
  };
  const value = about === 'whole' ? 'whole' : about === selected ? 'selected' : String(at);
  const send = async (text: string, id: string) => {
    const head = { id, meeting: meeting.id, text, by: reader };
    if (about === 'whole') await say({ ...head, kind: 'note', part: null, speaker: reader });
    else {
      const anchor = createAnchor(readPartText(session.fragment(about.part)), about.part, about);
      await say({ ...head, kind: 'comment', anchor });
    }
    onDone();
  };
  return (
    <SayForm
      label="Your remark"
      placeholder="What should the writer know?"
      act="Keep it"
      takesFocus
      onSend={send}
      onCancel={onDone}
    >
      <NativeSelect
        label="About"
        size="xs"
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          ...(selected === 'whole' ? [] : [{ value: 'selected', label: 'The selected words' }]),
          { value: 'whole', label: 'On the whole' },
          ...paragraphs.map(({ label, words }, index) => ({
            value: String(index),
            label: `${label} ${words}`,
          })),
        ]}
      />
    </SayForm>
  );
}

/** M begins a remark, as long as nobody writes. */
function useRemarkKey(begin: (() => void) | null): void {
  const press = useEffectEvent(() => begin?.());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isWriting = target instanceof Element && target.closest('input, textarea, select') !== null;
      if (key.toLowerCase() !== 'm' || ctrlKey || metaKey || altKey || isWriting || event.defaultPrevented)
        return;
      event.preventDefault();
      press();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
