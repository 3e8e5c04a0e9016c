import { useState } from 'preact/hooks';
import { createList, readLists, renameList, type PeopleList } from '../api/circle/lists';
import { Icon } from '../parts/Icon';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty } from '../parts/Notice';
import { ListDialog } from '../parts/people/ListDialog';
import { Menu } from '../parts/post/Menu';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useStore } from '../parts/store';
import { useTitle } from '../parts/title';
import { navigate } from '../router/router';
import { circle as say } from '../words/circle';
import { leaving, removeList } from './lists/leaving';
import './lists/lists.css';
import '../parts/post/post.css';

type Open = { what: 'new' } | { what: 'rename'; list: PeopleList };

/** The lists that somebody keeps. */
export default function ListsPage() {
  useTitle(say.lists);
  return <RequireSignIn reason={say.listsSignIn}>{account => <Lists key={account.id} />}</RequireSignIn>;
}

function Lists() {
  const lists = useLoaded(readLists);
  const [open, setOpen] = useState<Open>();
  const hidden = useStore(leaving);
  const items = lists.data?.items.filter(one => !hidden.includes(one.id)) ?? [];
  const save = async (title: string): Promise<void> => {
    if (open?.what === 'rename') {
      const renamed = await renameList(open.list.id, title);
      lists.set({ items: (lists.data?.items ?? []).map(one => (one.id === renamed.id ? renamed : one)) });
    } else {
      navigate(`/lists/${(await createList(title)).id}?tab=members`);
    }
  };
  const button = (
    <button class="button button--primary" onClick={() => setOpen({ what: 'new' })} data-testid="list-new">
      <Icon name="plus" size={20} />
      {say.newList}
    </button>
  );
  return (
    <div class="reading">
      <header class="lists__head">
        <h1>{say.lists}</h1>
        {items.length > 0 && button}
      </header>
      <Loaded of={lists} failed={say.failedLists} testId="lists" lines={4}>
        {() =>
          items.length === 0 ? (
            <Empty icon="list" title={say.noLists} hint={say.noListsHint} testId="lists-empty">
              {button}
            </Empty>
          ) : (
            <>
              <p class="soft lists__hint">{say.listsHint}</p>
              <ul class="lists" data-testid="lists">
                {items.map(list => (
                  <li key={list.id} class="lists__one" data-testid="list">
                    <Icon name="list" size={22} />
                    <a class="lists__link" href={`/lists/${list.id}`} dir="auto">
                      {list.title}
                    </a>
                    <Menu
                      button={
                        <>
                          <Icon name="dots" size={20} />
                          <span class="unseen">
                            {say.listMenu}: {list.title}
                          </span>
                        </>
                      }
                      buttonClass="icon-button"
                      testId="list-menu"
                      entries={() => [
                        {
                          name: say.renameList,
                          icon: 'edit',
                          act: () => setOpen({ what: 'rename', list }),
                          testId: 'list-rename',
                        },
                        {
                          name: say.deleteList,
                          icon: 'trash',
                          act: () => removeList(list),
                          testId: 'list-delete',
                          danger: true,
                        },
                      ]}
                    />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {open && (
        <ListDialog
          {...(open.what === 'rename' && { list: open.list })}
          onSave={save}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
