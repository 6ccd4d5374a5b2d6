import { useEffect, useEffectEvent, useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import type { PersonHere } from '../../editor/live/people';
import type { OpenSession } from '../../editor/session/openSession';
import { showToast } from '../../ui/showToast';

interface FollowingSetup {
  session: OpenSession;
  people: readonly PersonHere[];
  part: PartKey;
  goTo: (part: PartKey) => void;
}

/** Going where somebody else is, until this person does something of their own. */
export interface Following {
  /** Id of whoever is followed; null for nobody. */
  followed: string | null;
  follow: (id: string | null) => void;
}

/** What a person does themselves ends following. */
const ownActs = ['keydown', 'wheel', 'pointerdown', 'touchmove'] as const;

export function useFollowing({ session, people, part, goTo }: FollowingSetup): Following {
  const [followed, setFollowed] = useState<string | null>(null);
  const here = people.find(({ person }) => person.id === followed) ?? null;
  const go = useEffectEvent(() => {
    if (here === null) return;
    if (here.part !== null && here.part !== part) goTo(here.part);
    else showCaret(here.client);
  });
  const end = useEffectEvent(() => setFollowed(null));

  useEffect(() => {
    if (followed === null) return;
    go();
    const stop = session.line?.subscribe(() => go());
    const onAct = () => end();
    // The press that began it is over by then.
    const timer = setTimeout(() => {
      for (const act of ownActs) window.addEventListener(act, onAct, { passive: true });
    });
    return () => {
      stop?.();
      clearTimeout(timer);
      for (const act of ownActs) window.removeEventListener(act, onAct);
    };
  }, [session, followed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part has been drawn by now
  useEffect(() => go(), [part]);
  useEffect(() => {
    if (followed !== null && here === null) end();
  }, [followed, here]);

  return {
    followed,
    follow(id) {
      setFollowed(id);
      const name = people.find(({ person }) => person.id === id)?.person.name;
      if (name) showToast({ message: `Following ${name} until you press a key or scroll` });
    },
  };
}

function showCaret(client: number): void {
  const caret = document.querySelector(`.dl-caret[data-client="${client}"]`);
  caret?.scrollIntoView({ block: 'center', behavior: 'auto' });
}
