import { useLate } from '../../parts/late';
import { Empty, Failed } from '../../parts/Notice';
import { CardSkeleton, VideoCard } from '../../parts/VideoCard';
import { useVideoPages } from '../../parts/videoPages';
import { words } from '../../words';
import { people as say } from '../../words/people';
import '../home.css';

const SKELETONS = 4;

export function ProfileVideos({ owner }: { owner: string }) {
  const pages = useVideoPages(owner);
  const late = useLate();
  return (
    <section aria-label={say.videos}>
      {!pages.videos && pages.problem && (
        <Failed title={say.failedVideos} problem={pages.problem} testId="profile-videos-failed" retry={pages.retry} />
      )}
      {!pages.videos && !pages.problem && (
        <div class="grid" role="status" aria-label={words.loading}>
          {late && Array.from({ length: SKELETONS }, (_, index) => <CardSkeleton key={index} />)}
        </div>
      )}
      {pages.videos?.length === 0 && (
        <Empty icon="film" title={say.noVideos} hint={say.noVideosHint} testId="profile-empty" />
      )}
      {pages.videos && pages.videos.length > 0 && (
        <>
          <ul class="grid" data-testid="profile-videos">
            {pages.videos.map(video => (
              <li key={video.id}>
                <VideoCard video={video} />
              </li>
            ))}
          </ul>
          <div class="list-end">
            {pages.problem ? (
              <Failed
                title={say.failedVideos}
                problem={pages.problem}
                testId="profile-more-failed"
                retry={pages.retry}
              />
            ) : pages.more ? (
              <button class="button" disabled={pages.loading} onClick={pages.loadMore} data-testid="load-more">
                {words.loadMore}
              </button>
            ) : (
              <p class="soft">{words.listEnd}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
}
