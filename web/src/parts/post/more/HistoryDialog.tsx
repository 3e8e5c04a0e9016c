import { readHistory } from '../../../api/social/posts';
import type { Post } from '../../../api/social/types';
import { pictures as say } from '../../../words/pictures';
import { Age } from '../../Age';
import { Dialog } from '../../Dialog';
import { Loaded } from '../../identity/Loaded';
import { useLoaded } from '../../identity/useLoaded';

/** What a post said before it was changed, the newest first. */
export function HistoryDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const history = useLoaded(() => readHistory(post.id), post.id);
  return (
    <Dialog title={say.history} testId="history-dialog" onClose={onClose}>
      <Loaded of={history} failed={say.failedHistory} testId="history" lines={3}>
        {page => (
          <ol class="history">
            {[...page.items]
              .sort((a, b) => b.version - a.version)
              .map(version => (
                <li key={version.version} data-testid="history-version">
                  <p class="soft">
                    <Age time={version.at} />
                  </p>
                  {version.warning && <p dir="auto">{version.warning}</p>}
                  <p class="post__text" dir="auto">
                    {version.text}
                  </p>
                </li>
              ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}
