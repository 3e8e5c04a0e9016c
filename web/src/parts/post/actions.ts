import { problemOf } from '../../api/problem';
import { block, follow, mute, unfollow, unmute } from '../../api/social/graph';
import { setMark } from '../../api/social/marks';
import { deletePost, type Mark } from '../../api/social/posts';
import { hidePost, tellNews, unhidePost } from '../../api/social/postStore';
import { changeRelation, knownRelation } from '../../api/social/relations';
import type { Person, Post } from '../../api/social/types';
import { tell, tellUndoable } from '../../shell/toasts';
import { words } from '../../words';
import { mustSignIn } from './viewer';

/** Puts a mark on a post or takes it off, for whoever is signed in. */
export async function toggle(post: Post, what: Mark, on: boolean, done?: string): Promise<void> {
  if (mustSignIn()) return;
  const problem = await setMark(post.id, what, on);
  if (problem) tell(problem.sentence);
  else if (done) tell(done);
}

/** Takes the post away at once, and for good when nobody takes that back. */
export function removePost(post: Post): void {
  hidePost(post.id);
  tellUndoable(
    words.social.deletedPost,
    () => {
      unhidePost(post.id);
      tellNews({ what: 'published', post });
    },
    () => {
      deletePost(post.id).catch((thrown: unknown) => {
        const problem = problemOf(thrown);
        if (problem.status === 404) return;
        unhidePost(post.id);
        tell(problem.sentence);
      });
    },
  );
}

export function addressOf(post: Post): string {
  return new URL(`/post/${post.id}`, location.href).href;
}

export async function copyLink(post: Post): Promise<void> {
  try {
    await navigator.clipboard.writeText(addressOf(post));
    tell(words.linkCopied);
  } catch {
    // Without TLS there is no clipboard: the link itself can still be copied by hand.
    tell(addressOf(post));
  }
}

/** What changes between the viewer and somebody: shown at once, put back when the server refuses. */
async function relate(
  account: string,
  on: Parameters<typeof changeRelation>[1],
  off: Parameters<typeof changeRelation>[1],
  work: () => Promise<unknown>,
): Promise<boolean> {
  if (mustSignIn()) return false;
  changeRelation(account, on);
  try {
    await work();
    return true;
  } catch (thrown) {
    changeRelation(account, off);
    tell(problemOf(thrown).sentence);
    return false;
  }
}

/** Follows somebody; on the page of a video it is said of which. */
export async function followPerson(person: Person, video?: string): Promise<void> {
  if (mustSignIn()) return;
  const wish = person.private ? { requested: true } : { following: true };
  await relate(person.id, wish, { following: false, requested: false }, async () => {
    const state = await follow(person.id, video === undefined ? {} : { video });
    changeRelation(person.id, { following: state === 'following', requested: state === 'requested' });
  });
}

export async function unfollowPerson(person: Person, wasFollowing: boolean): Promise<void> {
  await relate(
    person.id,
    { following: false, requested: false, bell: false },
    { following: wasFollowing, requested: !wasFollowing },
    () => unfollow(person.id),
  );
}

/** Reposts and bell of somebody whom the viewer follows. */
export async function setFollowOptions(person: Person, now: { reposts: boolean; bell: boolean }): Promise<void> {
  const { reposts = true, bell = false } = knownRelation(person.id) ?? {};
  const before = { reposts, bell };
  await relate(person.id, now, before, () => follow(person.id, now));
}

export async function mutePerson(person: Person, durationSeconds?: number): Promise<void> {
  const name = person.username ?? '';
  if (await relate(person.id, { muted: true }, { muted: false }, () => mute(person.id, durationSeconds))) {
    tellUndoable(words.social.mutedNow(name), () => void unmutePerson(person), () => {});
  }
}

export async function unmutePerson(person: Person): Promise<void> {
  if (await relate(person.id, { muted: false }, { muted: true }, () => unmute(person.id))) {
    tell(words.social.unmutedNow(person.username ?? ''));
  }
}

export async function blockPerson(person: Person): Promise<void> {
  const name = person.username ?? '';
  const done = await relate(person.id, { blocked: true, following: false, requested: false }, { blocked: false }, () =>
    block(person.id, true),
  );
  if (done) tellUndoable(words.social.blockedNow(name), () => void unblockPerson(person), () => {});
}

export async function unblockPerson(person: Person): Promise<void> {
  if (await relate(person.id, { blocked: false }, { blocked: true }, () => block(person.id, false))) {
    tell(words.social.unblockedNow(person.username ?? ''));
  }
}
