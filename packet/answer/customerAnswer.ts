import type { ReviewRecordOf } from '../../core/review/reviewRecord';
import { type Answer, newName } from './answer';

type CustomerAnswer = Omit<ReviewRecordOf<'customerAnswer'>, 'origin'>;

/** What a customer says: one record, which holds all of it. */
export function customerAnswerOf(answer: Answer): CustomerAnswer {
  const [written] = answer.ofKind('customerAnswer');
  if (written) return written;
  const { excitementTest, contentVersion } = answer.packet;
  return {
    ...answer.newHead(),
    kind: 'customerAnswer',
    test: excitementTest,
    customer: newName(),
    version: contentVersion,
    retelling: '',
    disappointment: null,
    commitment: null,
    marks: [],
  };
}

type CustomerSays = Partial<Pick<CustomerAnswer, 'retelling' | 'disappointment' | 'commitment' | 'marks'>>;

/** Writes some of it. */
export function writeCustomerAnswer(answer: Answer, says: CustomerSays): CustomerAnswer {
  const { at } = answer.newHead();
  const written = { ...customerAnswerOf(answer), ...says, at };
  answer.put(written);
  return written;
}
