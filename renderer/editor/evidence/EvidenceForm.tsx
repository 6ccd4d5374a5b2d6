import { Button, Group, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { evidenceRecordSchema } from '../../../core/evidence/evidenceRecord';
import { AttachedFile } from './AttachedFile';
import { evidenceOptions, recordOf, setPending } from './EvidenceTags';
import { type CardWords, emptyCard, keepCard, removeClaim } from './evidenceCommands';
import type { OpenedClaim } from './openClaim';
import { StateChoice } from './StateChoice';

interface EvidenceFormProps {
  editor: Editor;
  claim: OpenedClaim;
  onDone: () => void;
}

/** The source card of a claim: how sure it is, and what says so. Nothing changes until it is kept. */
export function EvidenceForm({ editor, claim, onDone }: EvidenceFormProps) {
  const { id, words } = claim;
  const [known] = useState(() => (id === null ? null : recordOf(editor, id)));
  const [card, setCard] = useState<CardWords>(
    known ?? (id === null ? emptyCard : { ...emptyCard, state: 'unknown' }),
  );
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!words) return;
    setPending(editor, words);
    return () => {
      if (!editor.isDestroyed) setPending(editor, null);
    };
  }, [editor, words]);
  const change = (part: Partial<CardWords>) => setCard((before) => ({ ...before, ...part }));
  const { shape } = evidenceRecordSchema;

  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (keepCard(editor, id, trimmed(card))) onDone();
    else setProblem('The words of this card were deleted meanwhile. Close it and mark others.');
  };
  const remove = () => {
    if (id !== null) removeClaim(editor, id);
    onDone();
  };
  const keepByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  const field = (name: 'what' | 'who' | 'link', label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={card[name]}
      maxLength={shape[name].maxLength ?? 300}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );

  return (
    <form onSubmit={keep} onKeyDown={keepByKey} className="dl-form dl-ev-card" aria-label="Source card">
      <StateChoice value={card.state} onChange={(state) => change({ state })} />
      {field('what', 'What says so', 'Fourteen interviews')}
      <div className="dl-ev-pair">
        {field('who', 'Who', 'Ines, research')}
        <TextInput
          type="date"
          label="When"
          value={card.when}
          onChange={(event) => change({ when: event.currentTarget.value })}
        />
      </div>
      {field('link', 'Link', 'https://')}
      <AttachedFile
        asset={card.asset}
        attach={evidenceOptions(editor).attach}
        onChange={(asset) => change({ asset })}
        onProblem={setProblem}
      />
      <Textarea
        label="Note"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={4000}
        value={card.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {problem !== '' && (
        <p role="alert" className="dl-ev-problem">
          {problem}
        </p>
      )}
      <CardActions onRemove={id === null ? null : remove} />
    </form>
  );
}

function CardActions({ onRemove }: { onRemove: (() => void) | null }) {
  return (
    <Group gap={8} mt={4}>
      <Button type="submit" size="xs">
        Keep
      </Button>
      {onRemove && (
        <Button variant="default" size="xs" onClick={onRemove}>
          Remove evidence
        </Button>
      )}
    </Group>
  );
}

function trimmed(card: CardWords): CardWords {
  const { state, what, who, when, link, asset, note } = card;
  return { state, what: what.trim(), who: who.trim(), when, link: link.trim(), asset, note: note.trim() };
}
