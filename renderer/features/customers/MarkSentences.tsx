import { SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { reactionNames } from '../../../core/review/excitement/questions';
import type { ReleaseSentence } from '../../../core/review/excitement/releaseText';
import { recordLimits } from '../../../core/review/records/common';
import { type Reaction, reactions } from '../../../core/review/records/excitement';
import classes from './Heat.module.css';
import { MarkedWords } from './MarkedWords';
import { reactionSigns } from './reactionSigns';

/** A sentence that a customer marked. */
export interface SentenceMark {
  sentence: ReleaseSentence;
  reaction: Reaction;
  note: string;
}

interface MarkSentencesProps {
  /** Line by line. */
  sentences: readonly (readonly ReleaseSentence[])[];
  marks: readonly SentenceMark[];
  onMarks: (marks: SentenceMark[]) => void;
}

/** The release, whose sentences are marked by pressing them: by mouse, finger or key. */
export function MarkSentences({ sentences, marks, onMarks }: MarkSentencesProps) {
  const [reaction, setReaction] = useState<Reaction>('want');
  const toggle = (sentence: ReleaseSentence) => {
    const others = marks.filter(
      (mark) => !(mark.sentence.start === sentence.start && mark.reaction === reaction),
    );
    const isMarked = others.length < marks.length;
    onMarks(isMarked ? others : [...others, { sentence, reaction, note: '' }]);
  };
  return (
    <>
      <SegmentedControl
        aria-label="What a press on a sentence says"
        value={reaction}
        data={reactions.map((value) => ({
          value,
          label: `${reactionSigns[value]} ${reactionNames[value].button}`,
        }))}
        onChange={(value) => setReaction(value)}
      />
      <div className={classes.release}>
        {sentences.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <p key={index} className={line[0]?.section === 'heading' ? classes.heading : undefined}>
            {line.map((sentence) => (
              <Sentence
                key={sentence.start}
                sentence={sentence}
                reaction={reaction}
                marked={marks.filter((mark) => mark.sentence.start === sentence.start)}
                onPress={() => toggle(sentence)}
              />
            ))}
          </p>
        ))}
      </div>
      <Notes marks={marks} onMarks={onMarks} />
    </>
  );
}

interface SentenceProps {
  sentence: ReleaseSentence;
  reaction: Reaction;
  marked: readonly SentenceMark[];
  onPress: () => void;
}

function Sentence({ sentence, reaction, marked, onPress }: SentenceProps) {
  const given = reactions.filter((each) => marked.some((mark) => mark.reaction === each));
  return (
    <>
      <button
        type="button"
        className={classes.sentence}
        aria-pressed={given.includes(reaction)}
        onClick={onPress}
      >
        <MarkedWords reactions={given}>{sentence.shown}</MarkedWords>
        {given.length > 0 && (
          <>
            <sup className={classes.count} aria-hidden>
              {given.map((each) => reactionSigns[each]).join(' ')}
            </sup>
            <VisuallyHidden component="span">
              , {given.map((each) => reactionNames[each].name).join(', ')}
            </VisuallyHidden>
          </>
        )}
      </button>{' '}
    </>
  );
}

function Notes({ marks, onMarks }: Pick<MarkSentencesProps, 'marks' | 'onMarks'>) {
  return marks.map(({ sentence, reaction, note }, index) => (
    <TextInput
      key={`${sentence.start} ${reaction}`}
      label={`Why ${reactionNames[reaction].name}: “${shortened(sentence.shown)}”`}
      value={note}
      maxLength={recordLimits.text}
      onChange={({ currentTarget: { value } }) =>
        onMarks(marks.map((mark, at) => (at === index ? { ...mark, note: value } : mark)))
      }
    />
  ));
}

const shownLetters = 60;

const shortened = (text: string): string =>
  text.length <= shownLetters ? text : `${text.slice(0, shownLetters - 1).trimEnd()}…`;
