import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { type ScreenRecord, screenRecordSchema } from '../../../core/screens/screenRecord';

export interface ScreenWordsProps {
  screen: ScreenRecord;
  onKeep: (words: { title: string; alt: string }) => void;
}

const { title: titleSchema, alt: altSchema } = screenRecordSchema.shape;

/** Asks what a screen is called, and what is to be seen on it, for people who cannot see it. */
export function ScreenWords({ screen, onKeep }: ScreenWordsProps) {
  const [title, setTitle] = useState(screen.title);
  const [alt, setAlt] = useState(screen.alt);
  const asksForAlt = screen.picture !== null && screen.alt === '' && screen.title !== '';
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep({ title: title.trim(), alt: alt.trim() });
  };
  const keepByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form onSubmit={keep} onKeyDown={keepByKey} className="dl-form" aria-label="Name and description">
      <Stack gap={10}>
        <TextInput
          label="Name"
          placeholder="Film the fault"
          value={title}
          maxLength={titleSchema.maxLength ?? 200}
          data-autofocus={asksForAlt ? undefined : true}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label="What is to be seen?"
          description="For people who cannot see it. Every export carries it."
          placeholder="A phone films a washing machine; one round button stops it."
          autosize
          minRows={3}
          maxRows={8}
          value={alt}
          maxLength={altSchema.maxLength ?? 2000}
          data-autofocus={asksForAlt ? true : undefined}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
      </Stack>
      <Group gap={8} mt={10}>
        <Button type="submit" size="xs">
          Keep
        </Button>
      </Group>
    </form>
  );
}
