import { SegmentedControl, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { Claim } from '../../../core/evidence/collectClaims';
import type { BankQuestion } from '../../../core/guidance/guidance';
import { CoachPanel } from '../../features/coach/CoachPanel';
import { GuidePanel } from '../../features/guide/GuidePanel';
import { QuestionBank } from '../../features/questionBank/QuestionBank';
import { Banner } from '../../ui/Banner';
import { CommentsTab, type CommentsTabProps } from './CommentsTab';
import { EvidenceTab } from './EvidenceTab';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';
import { ThreadTab, type ThreadTabProps } from './ThreadTab';
import type { CoachDesk, PanelTab } from './useCoachDesk';

export interface SidePanelProps
  extends OpenPart,
    Omit<ThreadTabProps, keyof OpenPart>,
    Pick<CommentsTabProps, 'review'> {
  coachDesk: CoachDesk;
  onShowClaim: (claim: Claim) => void;
  onAddQuestion: (question: BankQuestion) => void;
}

/** What stands beside the text: the guide of the place being written, and the questions of the coach. */
export function SidePanel(props: SidePanelProps) {
  const { part, coachDesk, author } = props;
  const count = coachDesk.coach.view.open.filter((finding) => finding.part === part).length;
  return (
    <Tabs
      value={coachDesk.tab}
      onChange={(tab) => coachDesk.onTab(tab as PanelTab)}
      className={classes.tabs ?? ''}
      classNames={{ list: classes.tabList ?? '', tab: classes.tab ?? '', panel: classes.panelBody ?? '' }}
    >
      <Tabs.List aria-label="Beside the text">
        <Tabs.Tab value="guide">Guide</Tabs.Tab>
        <Tabs.Tab value="coach">
          Coach
          {count > 0 && <span className={classes.count}>{count}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="evidence">Evidence</Tabs.Tab>
        <Tabs.Tab value="comments">
          Comments
          {props.review.waiting > 0 && <span className={classes.count}>{props.review.waiting}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="thread">Thread</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="guide" tabIndex={0}>
        <GuideTab {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="coach" tabIndex={0}>
        <CoachPanel {...coachDesk} part={part} author={author} />
      </Tabs.Panel>
      <Tabs.Panel value="evidence" tabIndex={0} keepMounted={false}>
        <EvidenceTab session={props.session} content={props.content} onShow={props.onShowClaim} />
      </Tabs.Panel>
      <Tabs.Panel value="comments" tabIndex={0} keepMounted={false}>
        <CommentsTab {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="thread" tabIndex={0} keepMounted={false}>
        <ThreadTab {...props} />
      </Tabs.Panel>
    </Tabs>
  );
}

function GuideTab({ guidance, content, part, place, onAddQuestion }: SidePanelProps) {
  const [side, setSide] = useState<'about' | 'bank'>('about');
  const isFaq = part === 'customerFaq' || part === 'internalFaq';
  return (
    <>
      {guidance.problems.map((problem) => (
        <Banner key={problem} tone="gold">
          {problem}
        </Banner>
      ))}
      {isFaq && (
        <SegmentedControl
          className={classes.sides ?? ''}
          size="sm"
          aria-label="Guide"
          data={[
            { value: 'about', label: 'About this part' },
            { value: 'bank', label: 'Question bank' },
          ]}
          value={side}
          onChange={(value) => setSide(value as 'about' | 'bank')}
        />
      )}
      {isFaq && side === 'bank' ? (
        <QuestionBank bank={guidance.questions} content={content} part={part} onAdd={onAddQuestion} />
      ) : (
        <GuidePanel guidance={guidance} content={content} part={part} place={place.guide} item={place.item} />
      )}
    </>
  );
}
