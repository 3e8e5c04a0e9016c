import { BOOKMARKS } from '../api/social/timelines';
import { talk as say } from '../words/talk';
import { OwnPosts } from './kept/OwnPosts';

/** What somebody keeps to find it again. */
export default function BookmarksPage() {
  return (
    <OwnPosts
      title={say.bookmarks}
      path={BOOKMARKS}
      icon="bookmark"
      empty={say.noBookmarks}
      hint={say.noBookmarksHint}
      testId="bookmarks"
    />
  );
}
