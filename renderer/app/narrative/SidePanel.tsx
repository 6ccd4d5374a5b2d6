import { SegmentedControl, Tabs } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { Finding } from '../../../core/api/shapes';
import type { Claim } from '../../../core/evidence/collectClaims';
import type { BankQuestion } from '../../../core/guidance/guidance';
import { Checks } from '../../features/checks/Checks';
import { GuidePanel } from '../../features/guide/GuidePanel';
import { QuestionBank } from '../../features/questionBank/QuestionBank';
import { Banner } from '../../ui/Banner';
import { EvidenceTab } from './EvidenceTab';
import classes from './Frame.module.css';
import type { OpenPart } from './openPart';

export interface SidePanelProps extends OpenPart {
  checks: UseQueryResult<Finding[], DatelineError>;
  onShow: (finding: Finding) => void;
  onShowClaim: (claim: Claim) => void;
  onAddQuestion: (question: BankQuestion) => void;
}

/** What stands beside the text: the guide of the place being written, and the questions of the checks. */
export function SidePanel(props: SidePanelProps) {
  const { part, checks, onShow } = props;
  const count = checks.data?.filter((finding) => finding.part === part).length ?? 0;
  return (
    <Tabs
      defaultValue="guide"
      className={classes.tabs ?? ''}
      classNames={{ list: classes.tabList ?? '', tab: classes.tab ?? '', panel: classes.panelBody ?? '' }}
    >
      <Tabs.List aria-label="Beside the text">
        <Tabs.Tab value="guide">Guide</Tabs.Tab>
        <Tabs.Tab value="checks">
          Checks
          {count > 0 && <span className={classes.count}>{count}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="evidence">Evidence</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="guide" tabIndex={0}>
        <GuideTab {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="checks" tabIndex={0}>
        <Checks
          findings={checks.data}
          error={checks.error}
          part={part}
          onRetry={() => void checks.refetch()}
          onShow={onShow}
        />
      </Tabs.Panel>
      <Tabs.Panel value="evidence" tabIndex={0} keepMounted={false}>
        <EvidenceTab session={props.session} content={props.content} onShow={props.onShowClaim} />
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
