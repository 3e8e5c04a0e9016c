import { LIKES } from '../api/social/timelines';
import { talk as say } from '../words/talk';
import { OwnPosts } from './kept/OwnPosts';

/** What somebody liked. */
export default function LikesPage() {
  return (
    <OwnPosts
      title={say.likes}
      path={LIKES}
      icon="heart"
      empty={say.noLikes}
      hint={say.noLikesHint}
      testId="likes"
    />
  );
}
