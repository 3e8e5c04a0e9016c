import { useRef } from 'preact/hooks';
import { newKey } from '../../api/call';
import { Problem } from '../../api/problem';
import { changeScheduled } from '../../api/social/drafts';
import { editPost, publish, readPost, type PostChanges } from '../../api/social/posts';
import { changePost, learn, tellNews } from '../../api/social/postStore';
import type { NewPost, Post } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { composer as say } from '../../words/composer';
import { exactTime } from '../../words/figures';
import type { Writing } from '../post/compose';
import type { Picture } from './useImages';
import { newPost, type Written } from './written';

type Send = (written: Written, pictures: readonly Picture[]) => Promise<Post | undefined>;

/** Sends what was written: as a new post, as the change of one, or for later. */
export function useSend(writing: Writing): Send {
  const last = useRef<Try | undefined>(undefined);
  return async (written, pictures) => {
    const ids = pictures.flatMap(one => (one.image ? [one.image.id] : []));
    if (writing.edit) return change(writing.edit, written, pictures);
    const post = newPost(written, writing, ids);
    if (writing.kept?.scheduledAt) {
      await changeScheduled(writing.kept.id, post);
      tell(say.scheduledChanged);
      return undefined;
    }
    return create(post, last);
  };
}

/** What was tried last, and under which key. */
interface Try {
  body: string;
  key: string;
}

/** Tried again without a change, it is the same intention: what arrived the first time is not posted twice. */
async function create(post: NewPost, last: { current: Try | undefined }): Promise<Post | undefined> {
  const body = JSON.stringify(post);
  const key = last.current?.body === body ? last.current.key : newKey();
  last.current = { body, key };
  try {
    const made = await publish(post, key);
    if (post.scheduledAt) {
      tell(say.scheduledNow(exactTime(post.scheduledAt)));
      return undefined;
    }
    if (made.state === 'held') tell(say.heldNow);
    tellNews({ what: 'published', post: made });
    if (post.replyTo) changePost(post.replyTo, answered);
    return made;
  } catch (thrown) {
    // A refusal would be repeated under its key.
    if (thrown instanceof Problem && thrown.status > 0 && thrown.status < 500) last.current = undefined;
    throw thrown;
  }
}

function answered(post: Post): Post {
  return post.counts ? { ...post, counts: { ...post.counts, replies: post.counts.replies + 1 } } : post;
}

/** Changes what differs from what is stored, on the ground of its present version. */
async function change(post: Post, written: Written, pictures: readonly Picture[]): Promise<Post> {
  const { data: present, etag } = await readPost(post.id);
  const changes = changesIn(present, written, pictures);
  const changed = Object.keys(changes).length > 0 ? await editPost(post.id, changes, etag) : present;
  learn([changed]);
  return changed;
}

type Described = Pick<Picture, 'image' | 'alt'>;

export function changesIn(present: Post, written: Written, pictures: readonly Described[]): PostChanges {
  const warning = written.warning?.trim() || null;
  const text = written.text.trim();
  const described = pictures.flatMap(one => (one.image ? [{ id: one.image.id, alt: one.alt }] : []));
  const before = new Map(present.images?.map(image => [image.id, image.alt ?? '']));
  const redescribed = described.some(one => before.get(one.id) !== one.alt);
  return {
    ...(text !== (present.text ?? '') && { text }),
    ...(warning !== (present.warning ?? null) && { warning }),
    ...(written.sensitive !== (present.sensitive ?? false) && { sensitive: written.sensitive }),
    ...(written.language !== (present.language ?? written.language) && { language: written.language }),
    ...(redescribed && { images: described }),
  };
}
