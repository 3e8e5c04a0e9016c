import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { Dialog } from '../Dialog';
import type { Writing } from '../post/compose';
import { Composer } from './Composer';

/** A composer over the page. Closing it loses nothing: what was written is there when it is opened again. */
export function ComposerDialog({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const { edit, quote, replyTo, video } = writing;
  const title = edit
    ? say.editPost
    : replyTo || video
      ? words.social.writeReply
      : quote
        ? words.social.quote
        : words.social.writePost;
  return (
    <Dialog title={title} testId="composer-dialog" onClose={onClose}>
      <Composer writing={writing} autoFocus onDone={onClose} />
    </Dialog>
  );
}
