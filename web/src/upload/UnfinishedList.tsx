import { useRef, useState } from 'preact/hooks';
import { problemOf } from '../api/problem';
import { Icon } from '../parts/Icon';
import { tell, tellUndoable } from '../shell/toasts';
import { words } from '../words';
import { bytes } from '../words/figures';
import { ACCEPTED } from './files';
import { discardVideo } from './queue';
import { forgetUnfinished, isSameFile, markOf, type Unfinished } from './unfinished';

interface ListProps {
  list: readonly Unfinished[];
  onFile: (file: File, unfinished: Unfinished) => void;
  onHide: (unfinished: Unfinished) => void;
  onShow: (unfinished: Unfinished) => void;
}

/** Uploads that an earlier page began: a page can't open a file again by itself, so it asks for it. */
export function UnfinishedList({ list, ...act }: ListProps) {
  if (list.length === 0) return null;
  return (
    <section class="unfinished" data-testid="unfinished">
      <h2>{words.unfinished}</h2>
      <p class="soft">{words.unfinishedHint}</p>
      <ul class="uploads__list">
        {list.map(one => (
          <Waiting key={one.videoId} one={one} {...act} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ one, onFile, onHide, onShow }: Omit<ListProps, 'list'> & { one: Unfinished }) {
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const take = (file: File | undefined): void => {
    if (!file) return;
    // A draft from elsewhere takes any file: nothing of it has been sent from here.
    if (one.file.size > 0 && !isSameFile(one.file, markOf(file))) setWrong(true);
    else onFile(file, one);
  };
  const forget = (): void => {
    onHide(one);
    tellUndoable(
      words.uploadCancelled(one.title),
      () => onShow(one),
      () => {
        forgetUnfinished(one.videoId);
        discardVideo(one.videoId).catch(thrown => tell(problemOf(thrown).sentence));
      },
    );
  };
  return (
    <li class="upload upload--waiting" data-testid="unfinished-item" data-video-id={one.videoId}>
      <div class="upload__picture">
        <Icon name="film" size={32} />
      </div>
      <div class="upload__words">
        <h3 dir="auto">{one.title}</h3>
        {one.file.size > 0 && (
          <p class="soft figures">
            <bdi>{one.file.name}</bdi>, {bytes(one.file.size)}
          </p>
        )}
        {wrong && (
          <p class="field__error" role="alert">
            {words.wrongFile(one.file.name)}
          </p>
        )}
      </div>
      <div class="upload__actions">
        <button class="button button--primary" onClick={() => input.current?.click()} data-testid="unfinished-choose">
          {words.chooseAgain}
        </button>
        <button class="button button--quiet" onClick={forget} data-testid="unfinished-forget">
          {words.forget}
        </button>
        <input
          ref={input}
          class="unseen"
          type="file"
          accept={ACCEPTED}
          tabIndex={-1}
          aria-label={words.chooseAgain}
          data-testid="unfinished-input"
          onChange={event => take(event.currentTarget.files?.[0])}
        />
      </div>
    </li>
  );
}
