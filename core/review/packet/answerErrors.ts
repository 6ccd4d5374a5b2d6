import { DatelineError } from '../../api/errors';
import { answerLimits } from './packetAnswer';

const askAgain = 'Ask its reader for the file again, as the packet saved it.';

export function notAnAnswer(): DatelineError {
  return new DatelineError(
    'file-wrong-type',
    'There is no answer to a packet in this. Nothing was changed.',
    'Choose the file that a reader’s packet saved, or paste the whole text that it gave.',
  );
}

/** Somebody gave back the page instead of what it saves. */
export function packetItself(): DatelineError {
  return new DatelineError(
    'file-wrong-type',
    'This is the packet itself, not the answer to it: what was written stays in the reader’s browser. Nothing was changed.',
    'Ask the reader to open the packet again, press “Finish and give back” and send the file that it saves.',
  );
}

export function answerFromFuture(): DatelineError {
  return new DatelineError(
    'file-from-future',
    'This answer comes from a packet of a newer Dateline. Nothing was changed.',
    'Update Dateline, then merge it again.',
  );
}

export function damagedAnswer(): DatelineError {
  return new DatelineError(
    'file-damaged',
    'This answer is cut short, or somebody changed it so that it can no longer be read. Nothing was changed.',
    askAgain,
  );
}

export function tooManyRecords(count: number): DatelineError {
  const [had, limit] = [count, answerLimits.records].map((each) => each.toLocaleString('en-GB'));
  return new DatelineError(
    'file-too-large',
    `This answer holds ${had} records; Dateline takes up to ${limit} from one reader. Nothing was changed.`,
    askAgain,
  );
}

export function tooLargeAnswer(bytes: number): DatelineError {
  const [had, limit] = [Math.ceil(bytes / 1_000_000), answerLimits.bytes / 1_000_000];
  return new DatelineError(
    'file-too-large',
    `This has ${had} MB; an answer to a packet has up to ${limit} MB. Nothing was changed.`,
    'Choose the file that a reader’s packet saved.',
  );
}

/** `name` is what people call the other narrative; '' where it is not known here. */
export function answersAnother(name: string): DatelineError {
  return new DatelineError(
    'bad-request',
    `This answer is about another narrative${name === '' ? '' : `, “${name}”`}. Nothing was changed.`,
    name === '' ? 'Merge it where its packet was made.' : 'Open that narrative and merge it there.',
  );
}

/** The one refusal that a person can set aside: the answer is taken as merely claimed then. */
export class BrokenSeal extends DatelineError {
  constructor() {
    super(
      'file-damaged',
      'This answer was changed after its packet had sealed it. Nothing was changed.',
      `${askAgain} You can also take it as it is, as merely claimed.`,
    );
  }
}

export function answerForAnother(reader: string): DatelineError {
  const whose = reader === '' ? 'customers without a name' : reader;
  return new DatelineError(
    'bad-request',
    `This answer speaks for somebody else: its packet was made for ${whose}. Nothing was changed.`,
    askAgain,
  );
}

export function notAskedFor(): DatelineError {
  return new DatelineError(
    'bad-request',
    'This answer holds something that its packet did not ask for. Nothing was changed.',
    askAgain,
  );
}

/** The key of its packet is not here, or is not the one that it was locked with. */
export function lockedElsewhere(): DatelineError {
  return new DatelineError(
    'bad-request',
    'This answer is locked, and the key of its packet is not in this library. Nothing was changed.',
    'Merge it where its packet was made.',
  );
}
