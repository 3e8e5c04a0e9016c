import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { session } from '../../api/session';
import { IMAGES_MAX } from '../../api/social/images';
import type { Post } from '../../api/social/types';
import { tellUndoable } from '../../shell/toasts';
import { language as shown, words } from '../../words';
import { composer as say } from '../../words/composer';
import { number } from '../../words/figures';
import { Avatar, nameOf } from '../Avatar';
import { ProblemNotice } from '../Notice';
import { compose, type Writing } from '../post/compose';
import { PostQuote } from '../post/PostQuote';
import { useForm } from '../useForm';
import { graphemes, TEXT_MAX } from './graphemes';
import { ImageTray } from './ImageTray';
import { DraftKeeper, keepAt, keptAt, nameDraft, placeOf } from './kept';
import { Options } from './Options';
import { PollEditor } from './PollEditor';
import { useSend } from './send';
import { TextBox } from './TextBox';
import { Tools } from './Tools';
import { useImages } from './useImages';
import { begin, isBlank, isWhole, newPost, type Written } from './written';
import { Icon } from '../Icon';
import './composer.css';

interface ComposerProps {
  writing: Writing;
  autoFocus: boolean;
  /** With the post that was sent, or without when nothing was. */
  onDone: (post: Post | undefined) => void;
}

/** Where a post is written. What was written is kept until it is sent or thrown away. */
export function Composer({ writing, autoFocus, onDone }: ComposerProps) {
  const now = session.get();
  const account = now.state === 'in' ? now.account : undefined;
  const place = placeOf(account?.id ?? '', writing);
  const before = useMemo(() => keptAt(place), [place]);
  const [written, setWritten] = useState<Written>(
    () => before?.written ?? begin(writing, account?.language ?? shown),
  );
  const images = useImages(before?.images ?? writing.edit?.images ?? writing.kept?.images ?? []);
  const [more, setMore] = useState(false);
  const [dropping, setDropping] = useState(false);
  const form = useForm();
  const send = useSend(writing);
  const sent = useRef(false);
  const there = images.pictures.flatMap(one => (one.image ? [one.image] : []));
  const ids = there.map(image => image.id);
  const drafts = useDrafts(before?.draft ?? writing.kept?.id, writing, place);

  useEffect(() => {
    if (sent.current || writing.edit) return;
    if (isBlank(written, there.length)) {
      keepAt(place, undefined);
      return;
    }
    keepAt(place, { written, images: there, draft: drafts?.id });
    drafts?.later(newPost({ ...written, scheduledAt: undefined }, writing, ids));
  }, [written, ids.join()]);

  const change = (next: Partial<Written>): void => setWritten(present => ({ ...present, ...next }));
  const left = TEXT_MAX - graphemes(written.text);
  const whole = isWhole(written, writing, there.length) && !images.busy;
  const finish = (post: Post | undefined): void => {
    sent.current = true;
    keepAt(place, undefined);
    drafts?.discard();
    onDone(post);
  };
  const discard = (): void => {
    sent.current = true;
    keepAt(place, undefined);
    drafts?.stop();
    onDone(undefined);
    const back = (): void => {
      keepAt(place, { written, images: there, draft: drafts?.id });
      void compose(writing);
    };
    tellUndoable(say.discarded, back, () => drafts?.discard());
  };
  const submit = (): Promise<void> =>
    form.submit(async () => {
      if (!whole) return;
      finish(await send(written, images.pictures));
    });
  const isReply = Boolean(writing.replyTo ?? writing.video);
  const kind = writing.edit ? 'edit' : isReply ? 'reply' : 'post';
  const loses = place !== undefined && !isBlank(written, there.length);
  const label = isReply ? words.social.writeReply : words.social.whatsUp;
  return (
    <form
      class={dropping ? 'composer composer--dropping' : 'composer'}
      data-testid="composer"
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void submit();
      }}
      onDragOver={event => {
        if (kind === 'edit' || !event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={event => !event.currentTarget.contains(event.relatedTarget as Node) && setDropping(false)}
      onDrop={event => {
        setDropping(false);
        if (!event.dataTransfer?.files.length) return;
        event.preventDefault();
        images.add([...event.dataTransfer.files]);
      }}
    >
      {writing.replyTo?.author && (
        <p class="composer__about soft" dir="auto">
          {say.answering(nameOf(writing.replyTo.author))}
        </p>
      )}
      {form.problem && <ProblemNotice problem={form.problem} testId="composer-problem" />}
      {written.warning !== undefined && (
        <input
          class="input"
          aria-label={words.social.warning}
          placeholder={say.warningPlaceholder}
          value={written.warning}
          dir="auto"
          onInput={event => change({ warning: event.currentTarget.value })}
          data-testid="composer-warning"
        />
      )}
      <div class="composer__text">
        {account && <Avatar owner={account} size="l" />}
        <TextBox
          label={label}
          value={written.text}
          autoFocus={autoFocus}
          onChange={text => change({ text })}
          onFiles={files => kind !== 'edit' && images.add(files)}
        />
      </div>
      <ImageTray images={images} fixed={kind === 'edit'} />
      {written.video && (
        <p class="composer__clip" data-testid="composer-video">
          <Icon name="film" size={20} />
          <span dir="auto">{written.video.title}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={say.removeVideo}
            onClick={() => change({ video: undefined })}
          >
            <Icon name="close" size={18} />
          </button>
        </p>
      )}
      {written.poll && <PollEditor poll={written.poll} onChange={poll => change({ poll })} />}
      {writing.quote && <PostQuote quote={writing.quote} />}
      {more && <Options written={written} kind={kind} onChange={change} />}
      <div class="composer__foot">
        <Tools
          written={written}
          kind={kind}
          pictures={images.pictures.length}
          room={IMAGES_MAX - images.pictures.length}
          more={more}
          onMore={() => setMore(!more)}
          onChange={change}
          onFiles={images.add}
        />
        <span
          class={left < 0 ? 'composer__left composer__left--over figures' : 'composer__left figures'}
          data-testid="composer-left"
        >
          {(left < 200 || more) && (
            <>
              {number(left)}
              <span class="unseen"> {words.charactersLeft(number(left))}</span>
            </>
          )}
        </span>
        <button
          type="button"
          class="button button--quiet"
          onClick={() => (loses ? discard() : onDone(undefined))}
          data-testid={loses ? 'composer-discard' : 'composer-cancel'}
        >
          {loses ? say.discard : words.cancel}
        </button>
        <button class="button button--primary" disabled={!whole || form.busy} data-testid="composer-send">
          {form.busy ? say.sending : sendWords(kind, written)}
        </button>
      </div>
    </form>
  );
}

function sendWords(kind: 'post' | 'reply' | 'edit', written: Written): string {
  if (written.scheduledAt) return say.scheduleAct;
  return kind === 'edit' ? words.save : kind === 'reply' ? words.social.reply : say.send;
}

/** The draft at the server of what is being written; changes of a post have none. */
function useDrafts(
  id: string | undefined,
  writing: Writing,
  place: string | undefined,
): DraftKeeper | undefined {
  const keeper = useMemo(
    () => (writing.edit || writing.kept?.scheduledAt ? undefined : new DraftKeeper(id, made => nameDraft(place, made))),
    [],
  );
  useEffect(() => () => keeper?.stop(), []);
  return keeper;
}
