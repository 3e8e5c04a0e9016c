import { useCardKeys } from '../../parts/cardKeys';
import type { IconName } from '../../parts/Icon';
import { Empty } from '../../parts/Notice';
import { RequireSignIn } from '../../parts/RequireSignIn';
import { Timeline } from '../../parts/timeline/Timeline';
import { useTimeline } from '../../parts/timeline/useTimeline';
import { useTitle } from '../../parts/title';
import { talk as say } from '../../words/talk';

interface OwnPostsProps {
  title: string;
  path: string;
  icon: IconName;
  empty: string;
  hint: string;
  testId: string;
}

/** A list of posts that one person alone sees. */
export function OwnPosts(props: OwnPostsProps) {
  useTitle(props.title);
  return (
    <RequireSignIn reason={say.signIn}>
      {account => <List key={account.id} {...props} owner={account.id} />}
    </RequireSignIn>
  );
}

function List({ title, path, icon, empty, hint, testId, owner }: OwnPostsProps & { owner: string }) {
  const timeline = useTimeline(path, `${path}:${owner}`);
  useCardKeys('.post__link');
  return (
    <div class="reading">
      <h1 class="page__title">{title}</h1>
      <Timeline
        of={timeline}
        testId={testId}
        empty={<Empty icon={icon} title={empty} hint={hint} testId={`${testId}-empty`} />}
      />
    </div>
  );
}
