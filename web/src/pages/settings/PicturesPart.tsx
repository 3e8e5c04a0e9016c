import { useEffect, useRef, useState } from 'preact/hooks';
import { putPicture, removePicture, type PictureKind } from '../../api/identity/profile';
import { problemOf } from '../../api/problem';
import type { Account } from '../../api/types';
import { Avatar, sized } from '../../parts/Avatar';
import { Part } from '../../parts/identity/Part';
import { tell, tellUndoable } from '../../shell/toasts';
import { bytes } from '../../words/figures';
import { settings as say } from '../../words/settings';

/** Bytes that a picture may have; the server looks again. */
const PICTURE_MAX = 10 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

interface PicturesProps {
  account: Account;
  onChange: (account: Account) => void;
}

/** The picture and the banner of a person: shown at once, sent behind. */
export function PicturesPart({ account, onChange }: PicturesProps) {
  return (
    <Part title={say.profile.banner} hint={say.profile.bannerHint} testId="pictures">
      <PictureEditor kind="banner" account={account} onChange={onChange} />
      <div>
        <h3>{say.profile.avatar}</h3>
        <p class="soft part__hint">{say.profile.avatarHint}</p>
      </div>
      <PictureEditor kind="avatar" account={account} onChange={onChange} />
    </Part>
  );
}

function PictureEditor({ kind, account, onChange }: PicturesProps & { kind: PictureKind }) {
  const input = useRef<HTMLInputElement>(null);
  const preview = usePreview();
  const [busy, setBusy] = useState(false);
  const [hidden, setHidden] = useState(false);
  const choose = async (file: File): Promise<void> => {
    if (!TYPES.includes(file.type)) return tell(say.profile.notAPicture);
    if (file.size > PICTURE_MAX) return tell(say.profile.pictureTooLarge(bytes(PICTURE_MAX)));
    preview.show(file);
    setBusy(true);
    try {
      onChange((await putPicture(kind, file)).data);
      setHidden(false);
      tell(say.profile.pictureSaved);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    preview.clear();
    setBusy(false);
  };
  const remove = (): void => {
    setHidden(true);
    const settle = async (): Promise<void> => {
      try {
        onChange(await removePicture(kind));
      } catch (thrown) {
        tell(problemOf(thrown).sentence);
      }
      setHidden(false);
    };
    tellUndoable(say.profile.pictureRemoved, () => setHidden(false), () => void settle());
  };
  const kept = account[kind];
  const address = preview.address ?? (kept && !hidden ? sized(kept, kind === 'avatar' ? 256 : 1500) : undefined);
  return (
    <div class={`picture picture--${kind}`} data-testid={`${kind}-editor`} data-set={address !== undefined}>
      {kind === 'banner' ? (
        <div class="picture__banner">{address && <img src={address} alt="" data-testid="banner-picture" />}</div>
      ) : address ? (
        <img class="avatar avatar--xl" src={address} alt="" data-testid="avatar-picture" />
      ) : (
        <Avatar owner={{ ...account, avatar: null }} size="xl" />
      )}
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        accept={TYPES.join(',')}
        aria-label={say.profile[kind]}
        data-testid={`${kind}-input`}
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
      <div class="part__actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => input.current?.click()}
          data-testid={`${kind}-choose`}
        >
          {busy ? <span class="spinner" role="status" aria-label={say.profile.upload} /> : say.profile.upload}
        </button>
        {kept && !hidden && !busy && (
          <button type="button" class="button button--quiet" onClick={remove} data-testid={`${kind}-remove`}>
            {say.remove}
          </button>
        )}
      </div>
    </div>
  );
}

/** A file of this device as a picture, until it is sent. */
function usePreview() {
  const [address, setAddress] = useState<string>();
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return {
    address,
    show: (file: File) => setAddress(URL.createObjectURL(file)),
    clear: () => setAddress(undefined),
  };
}
