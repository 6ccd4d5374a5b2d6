import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type CoachData, plainPhraseSchema } from '../../../core/coach/coachData';
import type { CoachOverrides } from '../../../core/coach/coachOverrides';
import { type CoachLanguage, coachLanguages } from '../../../core/coach/reading/detectLanguage';

interface WordListsProps {
  data: CoachData;
  overrides: CoachOverrides;
  onChange: (overrides: CoachOverrides) => void;
}

const languageNames: Readonly<Record<CoachLanguage, string>> = { en: 'English', de: 'German' };

/** Words a team adds to a list of the coach. */
export function WordLists({ data, overrides, onChange }: WordListsProps) {
  const [chosen, setChosen] = useState<{ language: CoachLanguage; list: string }>({
    language: 'en',
    list: 'hype',
  });
  const { language, list } = chosen;
  const options = coachLanguages.flatMap((key) =>
    Object.keys(data.words[key]).map((name) => ({
      value: `${key} ${name}`,
      label: `${name}, ${languageNames[key]}`,
    })),
  );
  const change = (add: string[]) => {
    const known = overrides.words?.[language];
    const words = { ...overrides.words, [language]: { ...known, [list]: { ...known?.[list], add } } };
    onChange({ ...overrides, words });
  };
  return (
    <details>
      <summary>Words of our own</summary>
      <NativeSelect
        label="List"
        data={options}
        value={`${language} ${list}`}
        onChange={({ currentTarget }) => {
          const [key, name = ''] = currentTarget.value.split(' ');
          setChosen({ language: key === 'de' ? 'de' : 'en', list: name });
        }}
      />
      <AddedWords
        key={`${language} ${list}`}
        words={overrides.words?.[language]?.[list]?.add ?? []}
        onChange={change}
      />
    </details>
  );
}

function AddedWords({ words, onChange }: { words: readonly string[]; onChange: (words: string[]) => void }) {
  const [text, setText] = useState(words.join('\n'));
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const refused = lines.find((line) => !plainPhraseSchema.safeParse(line).success);
  return (
    <Textarea
      label="Added words"
      description="One word or phrase a line, as it is written."
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      error={refused && `“${refused.slice(0, 80)}” is not a plain word or phrase. Nothing was changed.`}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => {
        if (refused === undefined) onChange(lines);
      }}
    />
  );
}
