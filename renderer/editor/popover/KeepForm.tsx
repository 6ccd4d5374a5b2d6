import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';

interface KeepFormProps {
  onKeep: () => void;
  /** Another thing to do, beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

/** A small form beside the text, with one main button: what is in its fields is kept. */
export function KeepForm({ onKeep, beside, children }: KeepFormProps) {
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep();
  };
  return (
    <form onSubmit={keep} className="dl-form">
      <Stack gap={10}>{children}</Stack>
      <Group gap={8} mt={10}>
        <Button type="submit" size="xs">
          Keep
        </Button>
        {beside}
      </Group>
    </form>
  );
}
