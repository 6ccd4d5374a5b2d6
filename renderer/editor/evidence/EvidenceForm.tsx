import { Button, Group, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { evidenceRecordSchema } from '../../../core/evidence/evidenceRecord';
import { ageingQuestion, isAgeing } from '../../../core/evidence/isAgeing';
import { AttachmentField } from './AttachmentField';
import { evidenceOptions, recordOf, setPending } from './EvidenceTags';
import { type CardWords, emptyCard, keepCard, removeClaim } from './evidenceCommands';
import type { OpenedClaim } from './openClaim';
import { StateChoice } from './StateChoice';
import { useAttachment } from './useAttachment';

interface EvidenceFormProps {
  editor: Editor;
  claim: OpenedClaim;
  /** Months after which a source is asked about again; null where nothing is settled. */
  ageingMonths: number | null;
  onDone: () => void;
}

/** The source card of a claim: how sure it is, and what says so. Nothing changes until it is kept. */
export function EvidenceForm({ editor, claim, ageingMonths, onDone }: EvidenceFormProps) {
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
  const attachment = useAttachment({
    files: evidenceOptions(editor).files,
    onChange: change,
    onProblem: setProblem,
  });

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
  return (
    <form
      {...attachment.handlers}
      onSubmit={keep}
      onKeyDown={keepByKey}
      className="dl-form dl-ev-card"
      data-over={attachment.isOver || undefined}
      aria-label="Source card"
    >
      <StateChoice value={card.state} onChange={(state) => change({ state })} />
      <SourceFields card={card} onChange={change} />
      <AttachmentField
        attachment={card}
        isBusy={attachment.isBusy}
        onFiles={attachment.attach}
        onSave={attachment.save}
        onTakeOff={() => change({ asset: '', file: undefined })}
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
      <AgeingLine card={card} months={ageingMonths} />
      {problem !== '' && (
        <p role="alert" className="dl-ev-problem">
          {problem}
        </p>
      )}
      <CardActions isBusy={attachment.isBusy} onRemove={id === null ? null : remove} />
    </form>
  );
}

/** What says so, who, when and where. */
function SourceFields({ card, onChange }: { card: CardWords; onChange: (part: Partial<CardWords>) => void }) {
  const field = (name: 'what' | 'who' | 'link', label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={card[name]}
      maxLength={evidenceRecordSchema.shape[name].maxLength ?? 300}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {field('what', 'What says so', 'Fourteen interviews')}
      <div className="dl-ev-pair">
        {field('who', 'Who', 'Ines, research')}
        <TextInput
          type="date"
          label="When"
          value={card.when}
          onChange={(event) => onChange({ when: event.currentTarget.value })}
        />
      </div>
      {field('link', 'Link', 'https://')}
    </>
  );
}

/** Asks about a source that has aged, by the day that stands on the card now. */
function AgeingLine({ card, months }: { card: CardWords; months: number | null }) {
  const today = new Date().toISOString().slice(0, 10);
  if (months === null || !isAgeing(card, today, months)) return null;
  return <p className="dl-ev-ageing">{ageingQuestion(months)}</p>;
}

function CardActions({ isBusy, onRemove }: { isBusy: boolean; onRemove: (() => void) | null }) {
  return (
    <Group gap={8} mt={4}>
      <Button type="submit" size="xs" disabled={isBusy}>
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
  const { state, what, who, when, link, asset, file, note } = card;
  const words = { what: what.trim(), who: who.trim(), link: link.trim(), note: note.trim() };
  return { state, when, asset, ...words, ...(file ? { file } : {}) };
}
