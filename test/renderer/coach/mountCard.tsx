import { MantineProvider } from '@mantine/core';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { CoachSetup } from '../../../core/coach/coachSetup';
import type { AskedFinding } from '../../../core/coach/live/coachMessages';
import { ConnectionProvider } from '../../../renderer/client/ConnectionProvider';
import { createConnection } from '../../../renderer/client/connection';
import { createQueryClient } from '../../../renderer/client/queryClient';
import { CoachCard } from '../../../renderer/features/coach/CoachCard';
import { CoachHelp } from '../../../renderer/features/coach/CoachHelp';

interface MountedCard {
  host: HTMLElement;
  /** Everything that was done on the card, in order. */
  done: string[];
  unmount: () => void;
}

/** A card as the panel draws it, with the page about its check. The coach's setup is all its host answers. */
export async function mountCard(finding: AskedFinding, setup: CoachSetup): Promise<MountedCard> {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  const done: string[] = [];
  const connection = createConnection({
    send: async () => ({ ok: true, value: setup }),
    onMessage: () => () => undefined,
    onReconnect: () => () => undefined,
  });
  await act(async () => {
    root.render(
      <MantineProvider env="test">
        <ConnectionProvider connection={connection} queryClient={createQueryClient()}>
          <Card finding={finding} setup={setup} onDone={(what) => done.push(what)} />
        </ConnectionProvider>
      </MantineProvider>,
    );
  });
  const unmount = () => {
    act(() => root.unmount());
    host.remove();
  };
  return { host, done, unmount };
}

function Card(props: { finding: AskedFinding; setup: CoachSetup; onDone: (what: string) => void }) {
  const { finding, setup, onDone } = props;
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <>
      <CoachCard
        finding={finding}
        place=""
        text={setup.data.texts.rules[finding.rule]}
        reasons={setup.data.texts.reasons}
        dismissal={null}
        isGone={false}
        evidence={null}
        isOpen
        onOpen={() => undefined}
        onShow={() => onDone('show')}
        onSetAside={(reason) => onDone(`aside: ${reason}`)}
        onAskAgain={() => onDone('again')}
        onHelp={() => setHelpOpen(true)}
      />
      {isHelpOpen && <CoachHelp rule={finding.rule} onClose={() => setHelpOpen(false)} />}
    </>
  );
}
