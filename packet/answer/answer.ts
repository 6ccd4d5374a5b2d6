import type { AnswerRecord } from '../../core/review/packet/packetAnswer';
import type { PacketFile } from '../../core/review/packet/packetFile';

type RecordOf<K extends AnswerRecord['kind']> = Extract<AnswerRecord, { kind: K }>;

/** All that a reader says, as it is written. Whoever shows it is told of every change. */
export class Answer {
  readonly packet: PacketFile;
  readonly #records = new Map<string, AnswerRecord>();
  readonly #listeners: (() => void)[] = [];

  constructor(packet: PacketFile) {
    this.packet = packet;
  }

  /** In the order in which they were begun. */
  get records(): readonly AnswerRecord[] {
    return [...this.#records.values()];
  }

  ofKind<K extends AnswerRecord['kind']>(kind: K): RecordOf<K>[] {
    return this.records.filter((record): record is RecordOf<K> => record.kind === kind);
  }

  get(id: string): AnswerRecord | undefined {
    return this.#records.get(id);
  }

  /** What every new record says about itself. */
  newHead(): Pick<AnswerRecord, 'id' | 'at' | 'by'> {
    const { id, reader } = this.packet;
    return { id: `${id}.${newName()}`, at: new Date().toISOString(), by: reader };
  }

  put(...records: readonly AnswerRecord[]): void {
    for (const record of records) this.#records.set(record.id, record);
    this.#tell();
  }

  remove(...ids: readonly string[]): void {
    for (const id of ids) this.#records.delete(id);
    this.#tell();
  }

  /** Adds what was written elsewhere. Of what can be said only once, that takes the place of what is here. */
  takeIn(records: readonly AnswerRecord[]): void {
    const said = new Set(records.map(onceKey));
    for (const record of this.records) {
      const key = onceKey(record);
      if (key !== record.id && said.has(key)) this.#records.delete(record.id);
    }
    this.put(...records);
  }

  clear(): void {
    this.#records.clear();
    this.#tell();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Equal for records of which only one can hold; its id for any other. */
function onceKey(record: AnswerRecord): string {
  switch (record.kind) {
    case 'modelAnswers':
    case 'customerAnswer':
    case 'customerContact':
      return record.kind;
    case 'signOff':
      return `signOff ${record.part}`;
    default:
      return record.id;
  }
}

/** Sixteen digits that nobody else makes up. */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
