import { Button, Modal, NativeSelect } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { manualSeeds } from '../../../core/manuals/seedManual';
import { manualName } from '../../../core/manuals/unwritten';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { itemsOf } from '../../../core/narrative/partState';
import { findSection, plainText } from '../../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';
import { useOperation } from '../../client/useOperation';
import { historyOf } from '../../editor/structure/undoStep';
import { EmptyState } from '../../ui/EmptyState';
import { showToast } from '../../ui/showToast';
import { addSeeds } from './addSeeds';
import classes from './Manuals.module.css';
import { type Seed, SeedGroup } from './SeedGroup';
import { useChosen } from './useChosen';
import { useScreenWords } from './useScreenWords';

export interface SeedDialogProps {
  content: NarrativeContent;
  /** Of the manuals. */
  editor: Editor;
  /** Id of the manual with the caret; '' for none. */
  manual: string;
  onClose: () => void;
}

/** Begins a manual from what is written already: how-tos from stories, concepts from nouns, reference from screens. */
export function SeedDialog({ content, editor, manual: current, onClose }: SeedDialogProps) {
  const manuals = itemsOf(content.parts.manuals, 'manual');
  const [id, setId] = useState(current);
  const manual = manuals.find((known) => stringAttr(known, 'id') === id) ?? manuals[0];
  return (
    <Modal opened onClose={onClose} title="Begin from the stories" size={640}>
      {manuals.length > 1 && (
        <NativeSelect
          label="Manual"
          mb={14}
          value={manual ? stringAttr(manual, 'id') : ''}
          data={manuals.map((known) => ({ value: stringAttr(known, 'id'), label: manualName(known) }))}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        />
      )}
      {manual && (
        <Seeds
          key={stringAttr(manual, 'id')}
          content={content}
          editor={editor}
          manual={manual}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

interface SeedsProps extends Pick<SeedDialogProps, 'content' | 'editor' | 'onClose'> {
  manual: RichNode;
}

function Seeds({ content, editor, manual, onClose }: SeedsProps) {
  const words = useOperation('coach.read', {}).data?.data.words ?? { en: {}, de: {} };
  const { howTos, concepts } = manualSeeds(content, manual, words);
  const reference = findSection(manual, 'reference');
  const screens = useScreenWords(content, reference ? plainText(reference) : '');
  const chosen = useChosen();
  const groups = [
    {
      kind: 'howTo',
      title: 'How-to',
      from: 'A story becomes a task: its title, and its steps numbered.',
      seeds: howTos.map(toHowTo),
    },
    {
      kind: 'concept',
      title: 'Concepts',
      from: 'Words the stories use again and again.',
      seeds: concepts.map(toConcept),
    },
    {
      kind: 'text',
      title: 'Reference',
      from: 'Messages and settings that stand on screens.',
      seeds: screens.words.map(toText),
    },
  ] as const;
  const add = () => {
    const useCases = itemsOf(content.parts.experience, 'useCase');
    const history = historyOf(editor);
    const count = addSeeds(editor, {
      manual: stringAttr(manual, 'id'),
      useCases: useCases.filter((useCase) => chosen.has('howTo', stringAttr(useCase, 'id'))),
      concepts: chosen.of('concept'),
      texts: chosen.of('text'),
    });
    onClose();
    showToast({
      message: count === 1 ? '1 thing added to the manual' : `${count} things added to the manual`,
      action: { label: 'Undo', run: () => void history?.undo() },
    });
  };
  if (groups.every(({ seeds }) => seeds.length === 0) && !screens.isReading) return <NothingToBegin />;
  return (
    <>
      {groups.map(({ kind, ...group }) => (
        <SeedGroup
          key={kind}
          kind={kind}
          {...group}
          isChosen={(key) => chosen.has(kind, key)}
          onChoose={(key, is) => chosen.choose(kind, key, is)}
        />
      ))}
      {screens.unread > 0 && (
        <p className={classes.note}>
          {screens.unread === 1 ? 'One drawing' : `${screens.unread} drawings`} could not be read, so words on{' '}
          {screens.unread === 1 ? 'it' : 'them'} are missing here.
        </p>
      )}
      <div className={classes.acts}>
        <Button onClick={add} disabled={chosen.count === 0}>
          {chosen.count === 0 ? 'Add to the manual' : `Add ${chosen.count} to the manual`}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <span className={classes.note}>Every word is yours. Undo takes it back.</span>
      </div>
    </>
  );
}

function NothingToBegin() {
  return (
    <EmptyState
      line="No story is told yet."
      quiet="Write a use case in Experience: its title and its steps can begin a how-to here."
    />
  );
}

const toHowTo = (seed: { useCase: string; title: string; steps: number; isHere: boolean }): Seed => ({
  key: seed.useCase,
  words: seed.title,
  note: seed.isHere ? 'Is in this manual' : `${seed.steps} ${seed.steps === 1 ? 'step' : 'steps'}`,
  isHere: seed.isHere,
});

const toConcept = ({ words, count }: { words: string; count: number }): Seed => ({
  key: words,
  words,
  note: `${count} times`,
  isHere: false,
});

const toText = ({ words, kind, place }: { words: string; kind: string; place: string }): Seed => ({
  key: words,
  words,
  note: `${kind === 'message' ? 'Message' : 'Label'} on ${place}`,
  isHere: false,
});
