import { useState } from 'preact/hooks';
import { readList, renameList, type PeopleList } from '../api/circle/lists';
import { ofList } from '../api/social/timelines';
import { useCardKeys } from '../parts/cardKeys';
import { Icon } from '../parts/Icon';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty } from '../parts/Notice';
import { ListDialog } from '../parts/people/ListDialog';
import { Menu } from '../parts/post/Menu';
import { RequireSignIn } from '../parts/RequireSignIn';
import { Fresh, useCatchUp } from '../parts/timeline/Fresh';
import { Tabs } from '../parts/timeline/Tabs';
import { Timeline } from '../parts/timeline/Timeline';
import { useTimeline } from '../parts/timeline/useTimeline';
import { useTitle } from '../parts/title';
import { navigate, usePlace } from '../router/router';
import type { PageProps } from '../routes';
import { words } from '../words';
import { circle as say } from '../words/circle';
import { removeList } from './lists/leaving';
import { Members } from './lists/Members';
import './lists/lists.css';
import '../parts/post/post.css';

/** The posts of the people on one list, and who they are. */
export default function ListPage({ id }: PageProps) {
  return (
    <RequireSignIn reason={say.listsSignIn}>{account => <List key={`${account.id}:${id}`} id={id} />}</RequireSignIn>
  );
}

function List({ id }: { id: string }) {
  const list = useLoaded(() => readList(id), id);
  const [renaming, setRenaming] = useState(false);
  const { query } = usePlace();
  const tab = query.get('tab') === 'members' ? 'members' : 'posts';
  useTitle(list.data?.title);
  if (list.problem?.status === 404) {
    return (
      <Empty icon="gone" title={say.missingList} hint={say.missingListHint} testId="list-missing" main>
        <a class="button button--primary" href="/lists">
          {say.toLists}
        </a>
      </Empty>
    );
  }
  const tabs = (['posts', 'members'] as const).map(one => ({
    id: one,
    name: say.tabs[one],
    href: one === 'posts' ? `/lists/${id}` : `/lists/${id}?tab=members`,
    testId: `tab-${one}`,
  }));
  return (
    <div class="reading" data-testid="list-page">
      <header class="lists__head">
        <h1>
          <a class="lists__back" href="/lists" aria-label={say.toLists}>
            <Icon name="chevron" size={22} />
          </a>
          <span dir="auto" data-testid="list-name">
            {list.data?.title ?? say.lists}
          </span>
        </h1>
        {list.data && <Acts list={list.data} onRename={() => setRenaming(true)} />}
      </header>
      <Tabs label={words.social.tabs} tabs={tabs} chosen={tab} />
      <Loaded of={list} failed={say.failedLists} testId="list" lines={4}>
        {() => (tab === 'posts' ? <Posts id={id} /> : <Members id={id} />)}
      </Loaded>
      {renaming && list.data && (
        <ListDialog
          list={list.data}
          onSave={async title => list.set(await renameList(id, title))}
          onClose={() => setRenaming(false)}
        />
      )}
    </div>
  );
}

function Acts({ list, onRename }: { list: PeopleList; onRename: () => void }) {
  const remove = (): void => {
    removeList(list);
    navigate('/lists');
  };
  return (
    <Menu
      button={
        <>
          <Icon name="dots" size={20} />
          <span class="unseen">{say.listMenu}</span>
        </>
      }
      buttonClass="icon-button"
      testId="list-menu"
      entries={() => [
        { name: say.renameList, icon: 'edit', act: onRename, testId: 'list-rename' },
        { name: say.deleteList, icon: 'trash', act: remove, testId: 'list-delete', danger: true },
      ]}
    />
  );
}

function Posts({ id }: { id: string }) {
  const timeline = useTimeline(ofList(id), `list:${id}`);
  useCatchUp(timeline, true);
  useCardKeys('.post__link');
  return (
    <>
      <Fresh of={timeline} />
      <Timeline
        of={timeline}
        testId="list-timeline"
        empty={
          <Empty icon="list" title={say.noListPosts} hint={say.noListPostsHint} testId="timeline-empty">
            <a class="button button--primary" href={`/lists/${id}?tab=members`}>
              {say.addPeople}
            </a>
          </Empty>
        }
      />
    </>
  );
}
