import { useRef, useState } from 'preact/hooks';
import type { Video } from '../../api/types';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { Icon } from '../../parts/Icon';
import { words } from '../../words';
import { share as say } from '../../words/share';
import { embedCode } from './embed';
import { tellShare, type ShareWay } from './tell';
import './share.css';

/** Hands a video on: its address, the code for other pages, and what the device itself offers. */
export function ShareDialog({ video, onClose }: { video: Video; onClose: () => void }) {
  const url = new URL(`/watch/${video.id}`, location.href).href;
  const device = async (): Promise<void> => {
    try {
      await navigator.share({ title: video.title, url });
      await tellShare(video.id, 'device');
    } catch {
      // Closed without a choice.
    }
  };
  return (
    <Dialog title={say.title} testId="share-dialog" onClose={onClose}>
      <Copied video={video.id} way="link" label={say.link} text={url} act={say.copyLink} />
      {video.visibility !== 'private' && (
        <Copied
          video={video.id}
          way="embed"
          label={say.embed}
          hint={say.embedHint}
          text={embedCode(location.origin, video)}
          act={say.copyEmbed}
        />
      )}
      <p class="soft share__counts">{say.counts}</p>
      {'share' in navigator && (
        <button class="button" onClick={() => void device()} data-testid="share-device">
          <Icon name="share" size={20} />
          {say.device}
        </button>
      )}
    </Dialog>
  );
}

interface CopiedProps {
  video: string;
  way: ShareWay;
  label: string;
  hint?: string;
  text: string;
  act: string;
}

/** A text that one takes along. It counts once it is copied, by the button or by hand. */
function Copied({ video, way, label, hint, text, act }: CopiedProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [state, setState] = useState<'new' | 'copied' | 'refused'>('new');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      void tellShare(video, way);
    } catch {
      // Without TLS there is no clipboard.
      setState('refused');
      field.current?.select();
    }
  };
  return (
    <div class="share">
      <Field label={label} hint={state === 'refused' ? say.byHand : hint}>
        {ties => {
          const shown = {
            ...ties,
            ref: field,
            class: 'input share__text',
            readOnly: true,
            value: text,
            onFocus: () => field.current?.select(),
            onCopy: () => void tellShare(video, way),
            'data-testid': `share-${way}`,
          };
          return way === 'link' ? <input type="text" {...shown} /> : <textarea rows={4} {...shown} />;
        }}
      </Field>
      <button class="button" onClick={() => void copy()} data-testid={`share-copy-${way}`} data-state={state}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} size={18} />
        <span aria-live="polite">{state === 'copied' ? words.copied : act}</span>
      </button>
    </div>
  );
}
