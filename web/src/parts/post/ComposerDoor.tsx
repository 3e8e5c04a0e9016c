import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../../api/session';
import type { Post } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { Avatar } from '../Avatar';
import { useStore } from '../store';
import type { Writing } from './compose';
import { mustSignIn } from './viewer';

interface InlineProps {
  writing: Writing;
  autoFocus: boolean;
  onDone: (post: Post | undefined) => void;
}

interface DoorProps {
  writing?: Writing;
  prompt?: string;
  /** Open from the beginning, as when somebody pressed to answer. */
  open?: boolean;
  onDone?: (post: Post | undefined) => void;
}

/** A place to write in; what is behind it is loaded when somebody begins. */
export function ComposerDoor({ writing = {}, prompt = words.social.whatsUp, open = false, onDone }: DoorProps) {
  const now = useStore(session);
  const [Inline, setInline] = useState<ComponentType<InlineProps>>();
  const begin = async (): Promise<void> => {
    if (mustSignIn()) return;
    try {
      const { Composer } = await import('../composer/Composer');
      setInline(() => Composer);
    } catch {
      tell(words.problems.unreachable);
    }
  };
  useEffect(() => {
    if (open && now.state === 'in') void begin();
  }, []);
  if (Inline && now.state === 'in') {
    const done = (post: Post | undefined): void => {
      setInline(undefined);
      onDone?.(post);
    };
    return <Inline writing={writing} autoFocus onDone={done} />;
  }
  return (
    <div class="door">
      {now.state === 'in' ? <Avatar owner={now.account} size="l" /> : <span class="avatar avatar--l skeleton" />}
      <button class="door__button" onClick={() => void begin()} data-testid="composer-door">
        {prompt}
      </button>
    </div>
  );
}
