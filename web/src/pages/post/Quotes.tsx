import { quotesOf } from '../../api/social/timelines';
import { Empty } from '../../parts/Notice';
import { Timeline } from '../../parts/timeline/Timeline';
import { useTimeline } from '../../parts/timeline/useTimeline';
import { words } from '../../words';

/** The posts that are about a post. */
export function Quotes({ post }: { post: string }) {
  const timeline = useTimeline(quotesOf(post), `quotes:${post}`);
  return (
    <Timeline
      of={timeline}
      testId="quotes"
      empty={<Empty icon="quote" title={words.social.emptyList} testId="quotes-empty" />}
    />
  );
}
