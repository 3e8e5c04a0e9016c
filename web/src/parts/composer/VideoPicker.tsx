import { session } from '../../api/session';
import type { Video } from '../../api/types';
import { listVideos } from '../../api/videos';
import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { Dialog } from '../Dialog';
import { Paged } from '../identity/Loaded';
import { usePages } from '../identity/usePages';
import { Thumbnail } from '../Thumbnail';

interface PickerProps {
  onPick: (video: { id: string; title: string }) => void;
  onClose: () => void;
}

/** One of my videos, to talk about. */
export function VideoPicker({ onPick, onClose }: PickerProps) {
  const now = session.get();
  const owner = now.state === 'in' ? now.account.id : '';
  const pages = usePages(cursor => listVideos({ owner, ...(cursor && { cursor }) }), owner);
  return (
    <Dialog title={say.addVideo} testId="video-picker" onClose={onClose}>
      <Paged of={pages} failed={words.failedList} empty={words.emptyStudio} testId="picker">
        {videos => (
          <ul class="picker">
            {videos.filter(isReady).map(video => (
              <li key={video.id}>
                <button
                  type="button"
                  class="picker__one"
                  onClick={() => {
                    onPick({ id: video.id, title: video.title });
                    onClose();
                  }}
                  data-testid="pick-video"
                  data-video-id={video.id}
                >
                  <Thumbnail video={video} />
                  <span dir="auto">{video.title}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Dialog>
  );
}

function isReady(video: Video): boolean {
  return video.state === 'ready' && video.visibility !== 'private';
}
