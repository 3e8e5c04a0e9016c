import type { Kept, Post } from '../../api/social/types';
import { overlay } from '../overlay';
import { mustSignIn } from './viewer';

/** What somebody is about to write. */
export interface Writing {
  replyTo?: Post;
  /** The video that a comment is on. */
  video?: { id: string; title: string };
  quote?: Post;
  /** A post that is changed. */
  edit?: Post;
  /** A draft or a scheduled post to go on with. */
  kept?: Kept;
  /** What is there to begin with. */
  text?: string;
}

/** Opens a composer over the page; its code comes when it is first needed. */
export async function compose(writing: Writing = {}): Promise<void> {
  if (mustSignIn()) return;
  const { ComposerDialog } = await import('../composer/ComposerDialog');
  overlay.set(<ComposerDialog writing={writing} onClose={() => overlay.set(null)} />);
}
