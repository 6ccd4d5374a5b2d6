import { useAction } from '../../client/useAction';
import type { OpenSession } from '../../editor/session/openSession';
import type { Jump } from '../../features/signOff/OpenList';
import { overruledWords } from '../../features/signOff/reviewWords';
import { SignDialog } from '../../features/signOff/SignDialog';
import { StateDialog } from '../../features/signOff/StateDialog';
import { showToast } from '../../ui/showToast';
import { useFocusBack } from '../../ui/useFocusBack';
import { type JumpDesks, jumpTo } from './jumpTo';
import type { SigningDesk } from './useSigning';

interface SigningDialogsProps extends JumpDesks {
  session: OpenSession;
  author: string;
  signing: SigningDesk;
}

/** What is asked before a part is called ready or is signed; at most one thing at a time. */
export function SigningDialogs(props: SigningDialogsProps) {
  const { session, author, signing } = props;
  const { question, onAsk, mattersOf, giveState, sign } = signing;
  useFocusBack(question !== null);
  const settings = useAction('settings.update');
  if (!question) return null;
  const { part } = question;
  const keepName = async (by: string) => {
    if (author === '' && by !== '') await settings.mutateAsync({ author: by });
  };
  const close = () => onAsk(null);
  if (question.kind === 'sign') {
    return (
      <SignDialog
        part={part}
        draft={session.meta().draft}
        author={author}
        onSign={async ({ note, by }) => {
          await keepName(by);
          await sign({ part, isSigned: true, note, by });
          close();
          showToast({ message: `Signed draft ${session.meta().draft}` });
        }}
        onClose={close}
      />
    );
  }
  const { to, failed } = question;
  const matters = mattersOf(part);
  return (
    <StateDialog
      part={part}
      to={to}
      failed={failed}
      matters={matters}
      author={author}
      onJump={(jump: Jump) => {
        close();
        jumpTo(props, part, jump);
      }}
      onGive={async ({ reason, by }) => {
        await keepName(by);
        const open = await giveState({ part, to, reason, by });
        close();
        showToast({ message: to === 'ready' ? overruledWords(open) : 'Kept' });
      }}
      onClose={close}
    />
  );
}
