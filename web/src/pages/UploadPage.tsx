import { useEffect, useState } from 'preact/hooks';
import { problemOf } from '../api/problem';
import type { Account, Visibility } from '../api/types';
import { getVideo } from '../api/videos';
import { SelectField } from '../parts/Field';
import { memory } from '../parts/memory';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useStore } from '../parts/store';
import { useTitle } from '../parts/title';
import { currentPlace } from '../router/router';
import { tell } from '../shell/toasts';
import { DropZone } from '../upload/DropZone';
import { isSurelyNoVideo } from '../upload/files';
import { addUpload, continueUpload, uploads } from '../upload/queue';
import { UnfinishedList } from '../upload/UnfinishedList';
import { forgetUnfinished, isSameFile, markOf, unfinishedOf, type Unfinished } from '../upload/unfinished';
import { UploadCard } from '../upload/UploadCard';
import { visibilityChoices, words } from '../words';
import '../upload/upload.css';

const visibilityOfNew = memory<Visibility>('visibility');

export default function UploadPage() {
  useTitle(words.titles.upload);
  return <RequireSignIn reason={words.signInToUpload}>{account => <Uploads account={account} />}</RequireSignIn>;
}

function Uploads({ account }: { account: Account }) {
  const items = useStore(uploads).filter(item => item.state !== 'cancelled');
  const [visibility, setVisibility] = useState<Visibility>(visibilityOfNew.get() ?? 'public');
  const unfinished = useUnfinished(account);

  const resume = (file: File, one: Unfinished): void => {
    unfinished.hide(one);
    continueUpload(file, one).catch(thrown => {
      const problem = problemOf(thrown);
      if (problem.status === 404) forgetUnfinished(one.videoId);
      else unfinished.show(one);
      tell(problem.sentence);
    });
  };
  const take = (files: File[]): void => {
    for (const file of files) {
      const known = unfinished.list.find(one => isSameFile(one.file, markOf(file)));
      if (known) resume(file, known);
      else if (file.size === 0) tell(words.emptyFile(file.name));
      else if (isSurelyNoVideo(file)) tell(words.notAVideoFile(file.name));
      else addUpload(file, visibility);
    }
  };
  const calm = items.length === 0 && unfinished.list.length === 0;
  return (
    <div class="uploads">
      <h1>{words.upload}</h1>
      <DropZone large={calm} onFiles={take} />
      <div class="uploads__choice">
        <SelectField
          label={words.newVisibility}
          value={visibility}
          hint={words.visibilityHints[visibility]}
          choices={visibilityChoices()}
          data-testid="upload-visibility"
          onChoose={chosen => {
            setVisibility(chosen);
            visibilityOfNew.set(chosen);
          }}
        />
      </div>
      {items.length > 0 && (
        <ul class="uploads__list" data-testid="upload-list">
          {items.map(item => (
            <UploadCard key={item.key} item={item} />
          ))}
        </ul>
      )}
      <UnfinishedList list={unfinished.list} onFile={resume} onHide={unfinished.hide} onShow={unfinished.show} />
    </div>
  );
}

/** The uploads that wait for their file, without those that go on already; `?video=` adds one begun elsewhere. */
function useUnfinished(account: Account) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<Unfinished>();
  const wanted = currentPlace().query.get('video');
  useEffect(() => {
    if (!wanted) return;
    getVideo(wanted).then(
      video => {
        if (video.state !== 'awaiting-upload' || video.owner.id !== account.id) return;
        const file = { name: '', size: 0, lastModified: 0 };
        setDraft({ videoId: video.id, account: account.id, title: video.title, file, startedAt: Date.now() });
      },
      thrown => tell(problemOf(thrown).sentence),
    );
  }, [wanted]);
  const active = new Set(uploads.get().map(item => item.video?.id));
  const kept = unfinishedOf(account.id);
  const all = draft && !kept.some(one => one.videoId === draft.videoId) ? [...kept, draft] : kept;
  return {
    list: all.filter(one => !active.has(one.videoId) && !hidden.has(one.videoId)),
    hide: (one: Unfinished) => setHidden(before => new Set(before).add(one.videoId)),
    show: (one: Unfinished) => setHidden(before => new Set([...before].filter(id => id !== one.videoId))),
  };
}
