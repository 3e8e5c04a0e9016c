import { useState } from 'preact/hooks';
import { problemOf } from '../../api/problem';
import { deleteDraft, deleteScheduled, publishScheduled, readDrafts, readScheduled } from '../../api/social/drafts';
import type { Kept } from '../../api/social/types';
import { Age } from '../../parts/Age';
import { Dialog } from '../../parts/Dialog';
import { Icon } from '../../parts/Icon';
import { Place } from '../../parts/identity/Loaded';
import { usePages } from '../../parts/identity/usePages';
import { Empty, Failed } from '../../parts/Notice';
import { Composer } from '../../parts/composer/Composer';
import { tell, tellUndoable } from '../../shell/toasts';
import { words } from '../../words';
import { composer } from '../../words/composer';
import { exactTime, number } from '../../words/figures';
import { talk as say } from '../../words/talk';
import './kept.css';

type Kind = 'drafts' | 'scheduled';

/** The drafts, or the posts that wait for their time. */
export function KeptList({ kind }: { kind: Kind }) {
  const pages = usePages(kind === 'drafts' ? readDrafts : readScheduled, kind);
  const [open, setOpen] = useState<Kept>();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  if (!pages.items) {
    if (!pages.problem) return <Place lines={4} />;
    return <Failed title={say.failedDrafts} problem={pages.problem} testId="drafts-failed" retry={pages.reload} />;
  }
  const gone = (id: string): void => pages.change(items => items.filter(one => one.id !== id));
  const remove = (kept: Kept): void => {
    setHidden(now => [...now, kept.id]);
    const back = (): void => setHidden(now => now.filter(id => id !== kept.id));
    tellUndoable(kind === 'drafts' ? say.draftDeleted : say.scheduledDeleted, back, () => {
      (kind === 'drafts' ? deleteDraft : deleteScheduled)(kept.id).catch((thrown: unknown) => {
        back();
        tell(problemOf(thrown).sentence);
      });
    });
  };
  const publish = async (kept: Kept): Promise<void> => {
    try {
      await publishScheduled(kept.id);
      gone(kept.id);
      tell(say.posted);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  const items = pages.items.filter(one => !hidden.includes(one.id));
  return (
    <>
      {items.length === 0 && (
        <Empty
          icon={kind === 'drafts' ? 'draft' : 'clock'}
          title={kind === 'drafts' ? say.noDrafts : say.noScheduled}
          hint={kind === 'drafts' ? say.noDraftsHint : say.noScheduledHint}
          testId={`${kind}-empty`}
        />
      )}
      <ul class="kept" data-testid={`${kind}-list`}>
        {items.map(kept => (
          <li key={kept.id}>
            <Row
              kept={kept}
              onOpen={() => setOpen(kept)}
              onRemove={() => remove(kept)}
              onPublish={kind === 'scheduled' ? () => void publish(kept) : undefined}
            />
          </li>
        ))}
      </ul>
      {pages.more && (
        <button class="button" disabled={pages.loading} onClick={pages.loadMore} data-testid="load-more">
          {words.loadMore}
        </button>
      )}
      {open && (
        <Dialog title={words.social.writePost} testId="composer-dialog" onClose={() => setOpen(undefined)}>
          <Composer
            writing={{ kept: open }}
            autoFocus
            onDone={() => {
              setOpen(undefined);
              pages.reload();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

interface RowProps {
  kept: Kept;
  onOpen: () => void;
  onRemove: () => void;
  onPublish: (() => void) | undefined;
}

function Row({ kept, onOpen, onRemove, onPublish }: RowProps) {
  const pictures = kept.post.images?.length ?? 0;
  return (
    <article class="kept__one" data-testid="kept" data-id={kept.id}>
      <p class="kept__text" dir="auto">
        {kept.post.text || <span class="soft">{say.noText}</span>}
      </p>
      <p class="kept__about soft">
        {kept.scheduledAt ? (
          <span>{say.goesOut(exactTime(kept.scheduledAt))}</span>
        ) : (
          kept.updatedAt && <Age time={kept.updatedAt} />
        )}
        {pictures > 0 && <span>{say.withPictures(number(pictures), pictures === 1)}</span>}
        {kept.post.poll && <span>{words.social.poll}</span>}
        {(kept.post.replyTo || kept.post.commentOn) && <span>{words.social.anAnswer}</span>}
      </p>
      {kept.failure && <p class="kept__failure">{kept.failure}</p>}
      <div class="kept__acts">
        <button class="button button--small" onClick={onOpen} data-testid="kept-open">
          <Icon name="edit" size={18} />
          {kept.scheduledAt ? say.change : say.write}
        </button>
        {onPublish && (
          <button class="button button--small" onClick={onPublish} data-testid="kept-publish">
            {say.postNow}
          </button>
        )}
        <button
          class="icon-button"
          aria-label={say.deleteDraft}
          title={composer.discard}
          onClick={onRemove}
          data-testid="kept-delete"
        >
          <Icon name="trash" size={20} />
        </button>
      </div>
    </article>
  );
}
