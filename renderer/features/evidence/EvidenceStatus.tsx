import { Menu } from '@mantine/core';
import { evidenceTagLooks, type Settings } from '../../../core/api/shapes';
import type { Claim } from '../../../core/evidence/collectClaims';
import { summariseEvidence } from '../../../core/evidence/summariseEvidence';
import classes from './Evidence.module.css';

type TagLook = Settings['evidenceTags'];

interface EvidenceStatusProps {
  claims: readonly Claim[];
  look: TagLook;
  onLook: (look: TagLook) => void;
}

const lookNames: Readonly<Record<TagLook, string>> = {
  words: 'Tags as words',
  glyphs: 'Tags as glyphs',
  off: 'No tags',
};

/** How many claims rest on what; opens the choice of how tags look on the sheet. Nothing without a claim. */
export function EvidenceStatus({ claims, look, onLook }: EvidenceStatusProps) {
  const summary = summariseEvidence(claims);
  if (summary === '') return null;
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.status} title="How evidence is shown on the sheet">
          {summary}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={look} onChange={(value) => onLook(value as TagLook)}>
          {evidenceTagLooks.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {lookNames[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
