import type { PacketPart } from '../../core/review/packet/packetFile';
import type { Answer } from '../answer/answer';
import { element, textField } from '../dom/element';
import type { Step } from './step';

/** Each part as it was read, to sign. */
export function signStep(answer: Answer): Step {
  const { reader, parts, draft } = answer.packet;
  return {
    title: 'Sign',
    build: () => [
      element('p', { class: 'lead' }, [
        `Sign a part if you agree that it goes on as it stands in draft ${draft}. When its words change, your signature lapses. A part that you do not sign stays open, and that is an answer too.`,
      ]),
      ...parts.map((part, index) => signField(answer, { part, letter: letterOf(index) })),
      element('p', { class: 'hint' }, [`You sign as ${reader}, for whom this packet was made.`]),
    ],
  };
}

/** The letter of a part by its place in the packet. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

function signField(answer: Answer, { part, letter }: { part: PacketPart; letter: string }): HTMLElement {
  const signed = () => answer.ofKind('signOff').find((record) => record.part === part.part);
  const box = element('input', { type: 'checkbox' });
  box.checked = signed() !== undefined;
  const { field } = textField({
    label: `A note on ${part.title}, if you like`,
    value: signed()?.note ?? '',
    rows: 2,
    onInput: (note) => sign(answer, part, note),
  });
  field.hidden = !box.checked;
  box.addEventListener('change', () => {
    const own = signed();
    if (box.checked) sign(answer, part, '');
    else if (own) answer.remove(own.id);
    const note = field.querySelector('textarea');
    if (note && !box.checked) note.value = '';
    field.hidden = !box.checked;
  });
  const name = element('label', { class: 'choice' }, [
    box,
    element('span', {}, [element('strong', {}, [`${letter} ${part.title}`]), ' I sign it as it stands']),
  ]);
  return element('div', { class: 'sign' }, [name, field]);
}

function sign(answer: Answer, { part, version }: PacketPart, note: string): void {
  const { id, by, at } = answer.newHead();
  const written = answer.ofKind('signOff').find((record) => record.part === part);
  const { draft } = answer.packet;
  answer.put({
    kind: 'signOff',
    ...{ id: written?.id ?? id, by, at },
    ...{ part, version, draft, isSigned: true, note },
  });
}
