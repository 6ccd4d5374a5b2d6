import { TextInput } from '@mantine/core';

interface NameFieldProps {
  value: string;
  isMissing: boolean;
  onChange: (name: string) => void;
}

/** Asks for the person's name where the settings hold none. */
export function NameField({ value, isMissing, onChange }: NameFieldProps) {
  return (
    <TextInput
      label="Your name"
      description="It is kept in the settings, so that you are asked once."
      maxLength={100}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isMissing ? 'Whose word is it?' : undefined}
    />
  );
}
