import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Guidance } from '../../../core/guidance/guidance';
import type { LastPlace } from '../../../core/narrative/meta';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { isFeasibilityOpen } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { addFaqQuestion, addManual, addUseCase } from '../../editor/commands';
import { PartEditor } from '../../editor/PartEditor';
import type { OpenSession } from '../../editor/session/openSession';
import { FeasibilityLock } from '../../features/feasibility/FeasibilityLock';
import { GateReason } from '../../features/feasibility/GateReason';
import { FaqFilter, type FaqFilterValue } from './FaqFilter';
import classes from './Frame.module.css';
import { placeholdersOf } from './placeholders';

export interface PartSheetProps {
  session: OpenSession;
  content: NarrativeContent;
  part: PartKey;
  guidance: Guidance;
  editor: Editor | null;
  onEditor: (editor: Editor) => void;
  onPlace: (place: LastPlace) => void;
  onOpenFeasibility: (reason: string) => void;
}

/** The sheet of the open part: its name and purpose, then the text. The release begins with its own heading. */
export function PartSheet(props: PartSheetProps) {
  const { session, content, part, guidance, editor, onEditor, onPlace, onOpenFeasibility } = props;
  const [filter, setFilter] = useState<FaqFilterValue>('all');
  const { title, kind } = partDefinitions[part];
  const isLocked = part === 'feasibility' && !isFeasibilityOpen(content);
  const lede = guidance.parts.find((guide) => guide.part === part)?.lede;
  return (
    <article
      className={classes.sheet}
      aria-label={title}
      lang={session.meta().language}
      data-part={part}
      data-filter={filter}
    >
      {part === 'release' ? (
        <h1 className="dl-hidden">{title}</h1>
      ) : (
        <header className={classes.sheetHead}>
          <h1>{title}</h1>
          {lede && <p className={classes.lede}>{lede}</p>}
        </header>
      )}
      {kind === 'faq' && <FaqFilter doc={content.parts[part]} value={filter} onChange={setFilter} />}
      {part === 'feasibility' && content.gate && <GateReason gate={content.gate} />}
      {isLocked ? (
        <FeasibilityLock content={content} onOpen={onOpenFeasibility} />
      ) : (
        <PartEditor
          session={session}
          part={part}
          placeholders={placeholdersOf(guidance, part)}
          onReady={onEditor}
          onPlaceChange={onPlace}
        />
      )}
      {editor && <AddItem editor={editor} part={part} onAdded={() => setFilter('all')} />}
    </article>
  );
}

const additions: Partial<Record<PartKey, { label: string; add: (editor: Editor) => unknown }>> = {
  customerFaq: { label: 'Add a question', add: (editor) => addFaqQuestion(editor) },
  internalFaq: { label: 'Add a question', add: (editor) => addFaqQuestion(editor) },
  experience: { label: 'Add a use case', add: (editor) => addUseCase(editor) },
  manuals: { label: 'Add a manual', add: (editor) => addManual(editor) },
};

function AddItem(props: { editor: Editor; part: PartKey; onAdded: () => void }) {
  const { editor, part, onAdded } = props;
  const addition = additions[part];
  if (!addition) return null;
  return (
    <div className={classes.add}>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
        onClick={() => {
          onAdded();
          addition.add(editor);
        }}
      >
        {addition.label}
      </Button>
    </div>
  );
}
