import { useMemo } from 'react';
import { type Claim, collectClaims } from '../../../core/evidence/collectClaims';
import type { EvidenceRecord } from '../../../core/evidence/evidenceRecord';
import { evidenceMap } from '../../../core/narrative/recordMaps';
import { EvidencePanel } from '../../features/evidence/EvidencePanel';
import { showToast } from '../../ui/showToast';
import type { OpenPart } from './openPart';
import { useAgeingMonths } from './useAgeingMonths';

type EvidenceTabProps = Pick<OpenPart, 'session' | 'content'> & { onShow: (claim: Claim) => void };

/** The claims of the open narrative, beside the text. */
export function EvidenceTab({ session, content, onShow }: EvidenceTabProps) {
  const { parts, evidence } = content;
  const list = useMemo(() => collectClaims({ parts, evidence }), [parts, evidence]);
  const forget = (record: EvidenceRecord) => {
    const records = evidenceMap(session.doc);
    records.delete(record.id);
    showToast({
      message: 'Card thrown away',
      action: { label: 'Undo', run: () => records.set(record.id, record) },
    });
  };
  const today = new Date().toISOString().slice(0, 10);
  const months = useAgeingMonths(session);
  return <EvidencePanel list={list} today={today} ageingMonths={months} onShow={onShow} onForget={forget} />;
}
