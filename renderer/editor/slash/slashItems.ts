import {
  IconBook,
  IconCircleDashed,
  IconEye,
  IconHelpCircle,
  IconLifebuoy,
  IconListNumbers,
  IconRoute,
} from '@tabler/icons-react';
import { type PartKey, type PartKind, partDefinitions } from '../../../core/narrative/parts';
import { type BlockAction, type BlockActionName, blockActions } from '../blockActions';
import { addFaqQuestion, addManual, addStep, addUseCase } from '../commands';
import { addHowTo } from '../manual/addHowTo';
import { goToStepFact } from '../structure/stepFacts';
import { addUnwritten } from '../unwritten/unwrittenCommands';

const itemActions: Readonly<Record<PartKind, readonly BlockAction[]>> = {
  sections: [],
  plain: [],
  faq: [
    { title: 'Question', also: 'faq ask', icon: IconHelpCircle, run: (editor) => addFaqQuestion(editor) },
  ],
  stories: [
    { title: 'Step', also: 'story', icon: IconListNumbers, run: (editor) => addStep(editor) },
    { title: 'They see', also: 'step screen', icon: IconEye, run: (editor) => goToStepFact(editor, 'sees') },
    {
      title: 'If it fails',
      also: 'step failure',
      icon: IconLifebuoy,
      run: (editor) => goToStepFact(editor, 'failure'),
    },
    { title: 'Use case', also: 'story', icon: IconRoute, run: (editor) => addUseCase(editor) },
  ],
  manuals: [
    { title: 'How-to', also: 'task steps', icon: IconListNumbers, run: (editor) => addHowTo(editor) },
    {
      title: 'Could not be written yet',
      also: 'unwritten open question gap',
      icon: IconCircleDashed,
      run: (editor) => addUnwritten(editor),
    },
    { title: 'Manual', also: 'user audience', icon: IconBook, run: (editor) => addManual(editor) },
  ],
};

/** What the slash menu of a part offers for the letters typed so far, best first; `own` is what only this narrative has. */
export function slashItems(part: PartKey, typed: string, own: readonly BlockAction[] = []): BlockAction[] {
  const blocks = (Object.keys(blockActions) as BlockActionName[]).map((name) => blockActions[name]);
  const all = [...itemActions[partDefinitions[part].kind], ...blocks, ...own];
  const wanted = typed.trim().toLocaleLowerCase();
  const titled = all.filter((item) => item.title.toLocaleLowerCase().startsWith(wanted));
  const others = all.filter((item) => !titled.includes(item) && matches(item, wanted));
  return [...titled, ...others];
}

function matches({ title, also }: BlockAction, wanted: string): boolean {
  return `${title} ${also}`
    .toLocaleLowerCase()
    .split(' ')
    .some((word) => word.startsWith(wanted));
}
