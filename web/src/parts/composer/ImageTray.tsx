import { useState } from 'preact/hooks';
import { ALT_MAX } from '../../api/social/images';
import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { number } from '../../words/figures';
import { Dialog } from '../Dialog';
import { AreaField } from '../Field';
import { Icon } from '../Icon';
import { Progress } from '../Progress';
import { graphemes } from './graphemes';
import type { ImagesState, Picture } from './useImages';

/** The pictures of what is being written, each with its description. */
export function ImageTray({ images, fixed = false }: { images: ImagesState; fixed?: boolean }) {
  const [describing, setDescribing] = useState<string>();
  const described = images.pictures.find(one => one.key === describing);
  if (images.pictures.length === 0) return null;
  return (
    <>
      <ul class="tray" aria-label={say.pictures} data-testid="image-tray">
        {images.pictures.map((picture, index) => {
          const name = picture.alt || words.social.image(number(index + 1), number(images.pictures.length));
          return (
            <li class="tray__one" key={picture.key} data-testid="tray-image" data-there={picture.image !== undefined}>
              <img src={picture.url} alt={picture.alt} />
              {!picture.image && !picture.problem && (
                <div class="tray__progress">
                  <Progress value={picture.share} label={words.progressOf(name)} />
                </div>
              )}
              {picture.problem && (
                <p class="tray__problem" role="alert">
                  {picture.problem.sentence}
                  <button type="button" class="button button--small" onClick={() => images.retry(picture.key)}>
                    {words.retry}
                  </button>
                </p>
              )}
              <button
                type="button"
                class={picture.alt ? 'tray__alt tray__alt--there' : 'tray__alt'}
                onClick={() => setDescribing(picture.key)}
                data-testid="tray-describe"
              >
                {picture.alt ? <Icon name="check" size={14} /> : <Icon name="plus" size={14} />}
                <span aria-hidden="true">{words.social.alt}</span>
                <span class="unseen">{say.describe(name)}</span>
              </button>
              {!fixed && (
                <button
                  type="button"
                  class="tray__remove"
                  aria-label={say.removeImage(name)}
                  onClick={() => images.remove(picture.key)}
                  data-testid="tray-remove"
                >
                  <Icon name="close" size={18} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {described && (
        <AltDialog
          picture={described}
          onSave={alt => images.describe(described.key, alt)}
          onClose={() => setDescribing(undefined)}
        />
      )}
    </>
  );
}

interface AltProps {
  picture: Picture;
  onSave: (alt: string) => void;
  onClose: () => void;
}

/** Says what a picture shows, for those who do not see it. */
function AltDialog({ picture, onSave, onClose }: AltProps) {
  const [alt, setAlt] = useState(picture.alt);
  const left = ALT_MAX - graphemes(alt);
  return (
    <Dialog title={say.altTitle} testId="alt-dialog" onClose={onClose}>
      <img class="alt__picture" src={picture.url} alt="" />
      <AreaField
        label={say.altLabel}
        hint={left < 200 ? words.charactersLeft(number(left)) : say.altHint}
        defaultValue={picture.alt}
        dir="auto"
        onInput={setAlt}
        data-testid="alt-input"
      />
      <div class="dialog__actions">
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="button button--primary"
          disabled={left < 0}
          onClick={() => {
            onSave(alt.trim());
            onClose();
          }}
          data-testid="alt-save"
        >
          {words.save}
        </button>
      </div>
    </Dialog>
  );
}
