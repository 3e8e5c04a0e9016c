import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey } from '../../api/call';
import { isAbort, problemOf, type Problem } from '../../api/problem';
import { deleteImage, describeImage, IMAGE_BYTES_MAX, IMAGES_MAX, uploadImage } from '../../api/social/images';
import type { PostImage } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { composer as say } from '../../words/composer';

/** A picture that is on its way, or there. */
export interface Picture {
  key: string;
  /** Of the file in this browser, or of what the server made of it. */
  url: string;
  alt: string;
  /** 0 to 1. */
  share: number;
  /** Once it is there. */
  image?: PostImage;
  problem?: Problem;
}

export interface ImagesState {
  pictures: readonly Picture[];
  busy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
  describe: (key: string, alt: string) => void;
  clear: () => void;
}

const TYPES = /^image\/(?:jpeg|png|webp|gif|avif|heic|heif)$/;

/** Up to four pictures: they are sent as soon as they are chosen. */
export function useImages(given: readonly PostImage[]): ImagesState {
  const [pictures, setPictures] = useState<readonly Picture[]>(() => given.map(ofImage));
  const files = useRef(new Map<string, File>());
  const requests = useRef(new Map<string, AbortController>());
  const present = useRef(pictures);
  present.current = pictures;
  useEffect(
    () => () => {
      requests.current.forEach(request => request.abort());
      present.current.forEach(release);
    },
    [],
  );

  const change = (key: string, next: Partial<Picture>): void =>
    setPictures(now => now.map(one => (one.key === key ? { ...one, ...next } : one)));

  const send = async (key: string): Promise<void> => {
    const file = files.current.get(key);
    if (!file) return;
    const request = new AbortController();
    requests.current.set(key, request);
    setPictures(now => now.map(one => (one.key === key ? withoutProblem(one) : one)));
    try {
      const image = await uploadImage(file, share => change(key, { share }), request.signal);
      change(key, { image, share: 1 });
      const alt = present.current.find(one => one.key === key)?.alt;
      if (alt) await describeImage(image.id, alt);
    } catch (thrown) {
      if (!isAbort(thrown)) change(key, { problem: problemOf(thrown) });
    } finally {
      requests.current.delete(key);
    }
  };

  return {
    pictures,
    busy: pictures.some(one => !one.image && !one.problem),
    add(added) {
      const room = IMAGES_MAX - present.current.length;
      const fit: File[] = [];
      for (const file of added) {
        if (!TYPES.test(file.type)) tell(say.notAnImage(file.name));
        else if (file.size > IMAGE_BYTES_MAX) tell(say.imageTooLarge(file.name));
        else fit.push(file);
      }
      if (fit.length > room) tell(say.imagesMax);
      const next = fit.slice(0, Math.max(0, room)).map((file): Picture => {
        const key = newKey();
        files.current.set(key, file);
        return { key, url: URL.createObjectURL(file), alt: '', share: 0 };
      });
      setPictures(now => [...now, ...next]);
      next.forEach(picture => void send(picture.key));
    },
    remove(key) {
      requests.current.get(key)?.abort();
      const gone = present.current.find(one => one.key === key);
      if (gone) release(gone);
      // What no post holds the server forgets by itself; asking for it only frees the room sooner.
      if (gone?.image && files.current.has(key)) deleteImage(gone.image.id).catch(() => {});
      setPictures(now => now.filter(one => one.key !== key));
    },
    retry: key => void send(key),
    describe(key, alt) {
      const image = present.current.find(one => one.key === key)?.image;
      change(key, { alt });
      if (image) describeImage(image.id, alt).catch(thrown => tell(problemOf(thrown).sentence));
    },
    clear: () => setPictures([]),
  };
}

function ofImage(image: PostImage): Picture {
  return { key: image.id, url: image.preview ?? image.url, alt: image.alt ?? '', share: 1, image };
}

function release(picture: Picture): void {
  if (picture.url.startsWith('blob:')) URL.revokeObjectURL(picture.url);
}

function withoutProblem({ problem: _, ...picture }: Picture): Picture {
  return { ...picture, share: 0 };
}
