import { Input, SegmentedControl, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { type FaqState, faqStates } from '../../../core/narrative/richText';
import { faqItemById, updateFaqItem } from '../commands';
import { KeepForm } from '../popover/KeepForm';
import { faqStateTitles } from './faqItemView';

interface FaqFormProps {
  editor: Editor;
  id: string;
  onDone: () => void;
}

const choices = faqStates.map((state) => ({ value: state, label: faqStateTitles[state] }));

/** State, owner, date and origin of one question. */
export function FaqForm({ editor, id, onDone }: FaqFormProps) {
  const attrs = faqItemById(editor.state.doc, id)?.attrs;
  const [state, setState] = useState<FaqState>((attrs?.state as FaqState | undefined) ?? 'open');
  const [owner, setOwner] = useState(String(attrs?.owner ?? ''));
  const [due, setDue] = useState(String(attrs?.due ?? ''));
  const [askedBy, setAskedBy] = useState(String(attrs?.askedBy ?? ''));

  const keep = () => {
    updateFaqItem(editor, id, { state, owner: owner.trim(), due, askedBy: askedBy.trim() });
    onDone();
  };

  return (
    <KeepForm onKeep={keep}>
      <Input.Wrapper label="State" labelElement="div">
        <SegmentedControl
          aria-label="State"
          data={choices}
          value={state}
          data-autofocus
          fullWidth
          onChange={(value) => setState(value as FaqState)}
        />
      </Input.Wrapper>
      <TextInput label="Owner" value={owner} onChange={(event) => setOwner(event.currentTarget.value)} />
      <TextInput
        type="date"
        label="Due"
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <TextInput
        label="Asked by"
        value={askedBy}
        onChange={(event) => setAskedBy(event.currentTarget.value)}
      />
    </KeepForm>
  );
}
