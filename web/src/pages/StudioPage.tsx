import { useState } from 'preact/hooks';
import type { Account, Video } from '../api/types';
import { Icon } from '../parts/Icon';
import { useLate } from '../parts/late';
import { Empty, Failed } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { useVideoPages, type VideoPages } from '../parts/videoPages';
import { currentPlace, usePlace } from '../router/router';
import { words } from '../words';
import { talk as say } from '../words/talk';
import { DeleteDialog } from './studio/DeleteDialog';
import { EditDialog } from './studio/EditDialog';
import { HeldComments } from './studio/HeldComments';
import { StudioFrame } from './studio/StudioFrame';
import { StudioRow } from './studio/StudioRow';

export default function StudioPage() {
  useTitle(words.titles.studio);
  const { query } = usePlace();
  const comments = query.get('tab') === 'comments';
  return (
    <RequireSignIn reason={words.signInToStudio}>
      {account => (
        <StudioFrame title={comments ? say.review : words.studio} room={comments ? 'comments' : 'videos'}>
          {comments ? <HeldComments /> : <Studio account={account} />}
        </StudioFrame>
      )}
    </RequireSignIn>
  );
}

function Studio({ account }: { account: Account }) {
  const pages = useVideoPages(account.id);
  const [editing, setEditing] = useState(currentPlace().query.get('edit') ?? undefined);
  const [deleting, setDeleting] = useState<Video>();
  const closeEditor = (): void => {
    setEditing(undefined);
    // The address no longer asks for it.
    if (currentPlace().query.has('edit')) history.replaceState(history.state, '', '/studio');
  };
  return (
    <>
      <Rows pages={pages} onEdit={video => setEditing(video.id)} onDelete={setDeleting} />
      {editing && <EditDialog id={editing} onClose={closeEditor} onSaved={pages.replace} />}
      {deleting && (
        <DeleteDialog
          video={deleting}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => pages.remove(deleting.id)}
        />
      )}
    </>
  );
}

interface RowsProps {
  pages: VideoPages;
  onEdit: (video: Video) => void;
  onDelete: (video: Video) => void;
}

function Rows({ pages, onEdit, onDelete }: RowsProps) {
  const late = useLate();
  if (!pages.videos) {
    if (pages.problem) {
      return <Failed title={words.failedList} problem={pages.problem} testId="studio-failed" retry={pages.retry} />;
    }
    return (
      <div class="studio__list" role="status" aria-label={words.loading}>
        {late && Array.from({ length: 4 }, (_, index) => <div class="row row--skeleton skeleton" key={index} />)}
      </div>
    );
  }
  if (pages.videos.length === 0) {
    return (
      <Empty icon="studio" title={words.emptyStudio} hint={words.emptyStudioHint} testId="studio-empty">
        <a class="button button--primary" href="/upload">
          <Icon name="upload" size={20} />
          {words.uploadFirst}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <ul class="studio__list" data-testid="studio-list">
        {pages.videos.map(video => (
          <StudioRow
            key={video.id}
            video={video}
            onChange={pages.replace}
            onGone={pages.remove}
            onEdit={onEdit}
            onDelete={onDelete}
          />
        ))}
      </ul>
      {pages.more && (
        <button class="button studio__more" disabled={pages.loading} onClick={pages.loadMore} data-testid="load-more">
          {words.loadMore}
        </button>
      )}
    </>
  );
}
