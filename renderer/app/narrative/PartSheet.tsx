import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { defaultSettings } from '../../../core/api/shapes';
import type { LastPlace } from '../../../core/narrative/meta';
import { isFeasibilityOpen } from '../../../core/narrative/partState';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import type { PartReviews } from '../../../core/review/signOff/readPartReviews';
import { useOperation } from '../../client/useOperation';
import { addFaqQuestion, addManual, addUseCase } from '../../editor/commands';
import { PartEditor } from '../../editor/PartEditor';
import type { NarrativeSession } from '../../editor/session/session';
import { DrawerAgenda } from '../../features/drawer/DrawerAgenda';
import type { DrawerActions } from '../../features/drawer/ParkedItem';
import { ChangedSince } from '../../features/feasibility/ChangedSince';
import { FeasibilityLock } from '../../features/feasibility/FeasibilityLock';
import { GateReason } from '../../features/feasibility/GateReason';
import { Banner } from '../../ui/Banner';
import { FaqFilter, type FaqFilterValue } from './FaqFilter';
import classes from './Frame.module.css';
import { ManualTools } from './ManualTools';
import type { OpenPart } from './openPart';
import { placeholdersOf } from './placeholders';
import { useAgeingMonths } from './useAgeingMonths';
import { usePageLines } from './usePageLines';
import { usePictures } from './usePictures';
import type { ScreensHere } from './useScreens';
import { useSourceFiles } from './useSourceFiles';
import { WaitingManuals } from './WaitingManuals';

export interface PartSheetProps
  extends Pick<OpenPart, 'session' | 'content' | 'part' | 'guidance' | 'editor' | 'goTo'> {
  /** Whether the text can only be read. */
  held: boolean;
  /** What the editor writes in. */
  text: NarrativeSession;
  drawer: DrawerActions;
  screens: ScreensHere;
  reviews: PartReviews;
  onEditor: (editor: Editor) => void;
  onPlace: (place: LastPlace) => void;
  onOpenFeasibility: (reason: string) => void;
}

/** The sheet of the open part: its name and purpose, then the text. The release begins with its own heading. */
export function PartSheet(props: PartSheetProps) {
  const { session, content, part, guidance, editor, onEditor, onPlace, onOpenFeasibility } = props;
  const [filter, setFilter] = useState<FaqFilterValue>('all');
  const { uploadImage, problem, tellProblem, forgetProblem } = usePictures();
  const sourceFiles = useSourceFiles();
  const ageingMonths = useAgeingMonths(session);
  usePageLines(session, part, editor);
  const settings = useOperation('settings.read', {}).data ?? defaultSettings;
  const isLocked = part === 'feasibility' && !isFeasibilityOpen(content);
  const { kind, title } = partDefinitions[part];
  const head = part !== 'release' && (
    <>
      <SheetHead {...props} />
      {part === 'feasibility' && <DrawerAgenda {...props.drawer} content={content} />}
      {kind === 'manuals' && <ManualTools content={content} editor={editor} />}
      {part === 'internalFaq' && filter !== 'answered' && <WaitingManuals {...props} />}
      {kind === 'faq' && <FaqFilter doc={content.parts[part]} value={filter} onChange={setFilter} />}
    </>
  );
  return (
    <article
      lang={session.meta().language}
      className={classes.part}
      data-part={part}
      data-filter={filter}
      data-evidence-tags={settings.evidenceTags}
    >
      {part === 'release' && <h1 className="dl-hidden">{title}</h1>}
      {problem && (
        <Banner tone="stop" onDismiss={forgetProblem}>
          <b>{problem.message}</b> {problem.next}
        </Banner>
      )}
      {isLocked ? (
        <div className={classes.sheet}>
          {head}
          <FeasibilityLock content={content} onOpen={onOpenFeasibility} />
        </div>
      ) : (
        <PartEditor
          session={props.text}
          part={part}
          held={props.held}
          line={props.text === session ? session.line : null}
          placeholders={placeholdersOf(guidance, part)}
          header={head}
          onReady={onEditor}
          onPlaceChange={onPlace}
          uploadImage={uploadImage}
          author={settings.author}
          sourceFiles={sourceFiles}
          screenDesk={props.screens.desk}
          ageingMonths={ageingMonths}
          onProblem={tellProblem}
          onGo={props.goTo}
        />
      )}
      {editor && !props.held && <AddItem editor={editor} part={part} onAdded={() => setFilter('all')} />}
    </article>
  );
}

function SheetHead({ content, part, guidance, reviews }: PartSheetProps) {
  const { title } = partDefinitions[part];
  const lede = guidance.parts.find((guide) => guide.part === part)?.lede;
  return (
    <header className={classes.sheetHead}>
      <h1>{title}</h1>
      {lede && <p className={classes.lede}>{lede}</p>}
      {part === 'feasibility' && content.gate && <GateReason gate={content.gate} />}
      {part === 'feasibility' && <ChangedSince reviews={reviews} />}
    </header>
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
