import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { ACCEPTED, filesOf } from './files';

interface DropZoneProps {
  large: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files that are dropped anywhere on the page, or chosen. */
export function DropZone({ large, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop(onFiles);
  return (
    <div class={`drop ${large ? 'drop--large' : ''} ${over ? 'drop--over' : ''}`} data-testid="drop-zone">
      <span class="drop__sign">
        <Icon name="upload" size={large ? 40 : 26} />
      </span>
      <div class="drop__words">
        <p class="drop__title">{over ? words.dropNow : words.dropHere}</p>
        <p class="soft">{words.orChoose}</p>
      </div>
      <button class="button button--primary" onClick={() => input.current?.click()} data-testid="choose-files">
        {words.chooseFiles}
      </button>
      {large && <p class="drop__hint soft">{words.uploadHint}</p>}
      <input
        ref={input}
        class="unseen"
        type="file"
        accept={ACCEPTED}
        multiple
        tabIndex={-1}
        aria-label={words.chooseFiles}
        data-testid="upload-input"
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** Whether files hover over the page; nowhere on it may they open as a page of their own. */
function useDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const hover = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      take.current(filesOf(event.dataTransfer));
    };
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
