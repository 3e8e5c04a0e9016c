import { useRef, useState } from 'preact/hooks';
import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { Icon, type IconName } from '../Icon';
import { VideoPicker } from './VideoPicker';
import type { Written } from './written';

interface ToolsProps {
  written: Written;
  kind: 'post' | 'reply' | 'edit';
  pictures: number;
  room: number;
  more: boolean;
  onMore: () => void;
  onChange: (change: Partial<Written>) => void;
  onFiles: (files: Iterable<File>) => void;
}

/** A day suits most questions. */
const NEW_POLL = { options: ['', ''], multiple: false, durationSeconds: 86_400 };

/** What can be added to a text. */
export function Tools({ written, kind, pictures, room, more, onMore, onChange, onFiles }: ToolsProps) {
  const input = useRef<HTMLInputElement>(null);
  const { poll, video, warning } = written;
  const [picking, setPicking] = useState(false);
  return (
    <div class="composer__tools">
      {kind !== 'edit' && (
        <>
          <input
            ref={input}
            type="file"
            class="unseen"
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic"
            multiple
            tabIndex={-1}
            aria-hidden="true"
            onChange={event => {
              onFiles([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
            data-testid="composer-files"
          />
          <Tool
            icon="image"
            name={say.addImages}
            disabled={room <= 0 || video !== undefined || poll !== undefined}
            onClick={() => input.current?.click()}
            testId="add-images"
          />
          <Tool
            icon="film"
            name={say.addVideo}
            disabled={pictures > 0 || poll !== undefined}
            onClick={() => setPicking(true)}
            testId="add-video"
          />
          <Tool
            icon="poll"
            name={say.addPoll}
            pressed={poll !== undefined}
            disabled={pictures > 0 || video !== undefined}
            onClick={() => onChange({ poll: poll ? undefined : NEW_POLL })}
            testId="add-poll"
          />
        </>
      )}
      <Tool
        icon="alert"
        name={words.social.warning}
        pressed={warning !== undefined}
        onClick={() =>
          onChange(warning === undefined ? { warning: '', sensitive: true } : { warning: undefined, sensitive: false })
        }
        testId="add-warning"
      />
      <Tool icon="gear" name={say.options} pressed={more} onClick={onMore} testId="composer-more" />
      {picking && <VideoPicker onPick={picked => onChange({ video: picked })} onClose={() => setPicking(false)} />}
    </div>
  );
}

interface ToolProps {
  icon: IconName;
  name: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  testId: string;
}

function Tool({ icon, name, pressed, disabled = false, onClick, testId }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button composer__tool"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
      data-testid={testId}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}
