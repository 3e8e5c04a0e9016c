import { useRef, useState } from 'preact/hooks';
import { problemOf } from '../api/problem';
import { SelectField, TextField } from '../parts/Field';
import { Icon, type IconName } from '../parts/Icon';
import { Progress } from '../parts/Progress';
import { tell, tellUndoable } from '../shell/toasts';
import { visibilityChoices, words } from '../words';
import { bytes, percent, wait } from '../words/figures';
import { TITLE_MAX } from './files';
import { isSent, type UploadItem } from './item';
import { cancelUpload, describeUpload, discardUpload, dismissUpload, pauseUpload, resumeUpload } from './queue';

/** One file on its way: what it will be called, how far it is, and what can be done. */
export function UploadCard({ item }: { item: UploadItem }) {
  const poster = item.video?.playback?.poster;
  return (
    <li class="upload" data-testid="upload-item" data-state={item.state} data-video-id={item.video?.id}>
      <div class="upload__picture">
        {poster ? <img src={poster} alt="" /> : <Icon name="film" size={32} />}
      </div>
      <div class="upload__words">
        <Details item={item} />
        <ProgressLine item={item} />
      </div>
      <Actions item={item} />
    </li>
  );
}

function Details({ item }: { item: UploadItem }) {
  const [error, setError] = useState<string>();
  const field = useRef<HTMLDivElement>(null);
  const describe = async (changes: Parameters<typeof describeUpload>[1]): Promise<void> => {
    setError(undefined);
    try {
      await describeUpload(item.key, changes);
    } catch (thrown) {
      const problem = problemOf(thrown);
      setError(problem.field('title') ?? problem.sentence);
    }
  };
  return (
    <div class="upload__details" ref={field}>
      <TextField
        label={words.title}
        value={item.title}
        maxLength={TITLE_MAX}
        error={error}
        dir="auto"
        data-testid="upload-title"
        onChange={event => {
          const title = event.currentTarget.value.trim();
          if (title === '') setError(words.fieldProblems['title.required']);
          else if (title !== item.title) void describe({ title });
        }}
      />
      <SelectField
        label={words.visibility}
        value={item.visibility}
        choices={visibilityChoices()}
        data-testid="upload-item-visibility"
        onChoose={visibility => void describe({ visibility })}
      />
    </div>
  );
}

function ProgressLine({ item }: { item: UploadItem }) {
  const sent = isSent(item);
  const share = sent ? (item.video?.progress ?? 0) : item.size > 0 ? item.sent / item.size : 0;
  const done = item.state === 'ready';
  const broken = item.state === 'failed' || item.state === 'rejected';
  const still = broken || item.state === 'paused' || item.state === 'offline';
  return (
    <div class="upload__progress">
      <Progress
        value={done ? 1 : share}
        label={words.progressOf(item.title)}
        tone={done ? 'good' : still ? 'still' : 'accent'}
        testId="upload-progress"
      />
      <p class={broken ? 'upload__state upload__state--broken' : 'upload__state'}>
        <span role="status" data-testid="upload-state">
          {stateWords(item)}
        </span>
        {!sent && item.sent > 0 && (
          <span class="soft figures">{words.ofBytes(bytes(item.sent), bytes(item.size))}</span>
        )}
        {item.state === 'uploading' && item.speed > 0 && (
          <span class="soft figures" data-testid="upload-speed">
            {words.speed(bytes(item.speed))}, {words.left(wait((item.size - item.sent) / item.speed))}
          </span>
        )}
        {sent && !done && !broken && <span class="soft figures">{percent(share)}</span>}
      </p>
    </div>
  );
}

function stateWords(item: UploadItem): string {
  const failure = item.video?.failure;
  if (item.state === 'rejected' && failure) {
    return (words.problems as Record<string, string>)[failure.code] ?? failure.message;
  }
  if (item.state === 'failed' && item.problem) return item.problem.sentence;
  return words.uploadStates[item.state];
}

function Actions({ item }: { item: UploadItem }) {
  const cancel = (): void => {
    const before = item.state;
    cancelUpload(item.key);
    tellUndoable(
      words.uploadCancelled(item.title),
      () => (before === 'paused' ? pauseUpload(item.key) : resumeUpload(item.key)),
      () => void discardUpload(item.key).catch(thrown => tell(problemOf(thrown).sentence)),
    );
  };
  const watchable = item.state === 'playable' || item.state === 'ready';
  return (
    <div class="upload__actions">
      {watchable && item.video && (
        <a class="button button--primary" href={`/watch/${item.video.id}`} data-testid="upload-watch">
          <Icon name="play" size={18} />
          {words.watch}
        </a>
      )}
      {(item.state === 'uploading' || item.state === 'starting' || item.state === 'offline') && (
        <Action
          icon="pause"
          label={words.pauseUpload(item.title)}
          testId="upload-pause"
          act={() => pauseUpload(item.key)}
        />
      )}
      {(item.state === 'paused' || item.state === 'failed') && (
        <Action
          icon={item.state === 'paused' ? 'play' : 'retry'}
          label={words.resumeUpload(item.title)}
          testId="upload-resume"
          act={() => resumeUpload(item.key)}
        />
      )}
      {isSent(item) ? (
        <Action
          icon="close"
          label={words.removeFromList(item.title)}
          testId="upload-dismiss"
          act={() => dismissUpload(item.key)}
        />
      ) : (
        <Action icon="close" label={words.cancelUploadOf(item.title)} testId="upload-cancel" act={cancel} />
      )}
    </div>
  );
}

function Action({ icon, label, testId, act }: { icon: IconName; label: string; testId: string; act: () => void }) {
  return (
    <button class="icon-button" aria-label={label} title={label} data-testid={testId} onClick={act}>
      <Icon name={icon} size={22} />
    </button>
  );
}
