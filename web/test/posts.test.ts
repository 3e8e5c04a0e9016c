import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/api/problem';
import { marked, setMark } from '../src/api/social/marks';
import { changePost, forgetPosts, knownPost, learn, onPostNews, tellNews } from '../src/api/social/postStore';
import type { Post } from '../src/api/social/types';
import { pieces, shortened } from '../src/parts/post/postText';

function post(id: string, more: Partial<Post> = {}): Post {
  return {
    id,
    state: 'published',
    author: { id: 'a1', username: 'mira' },
    text: `post ${id}`,
    counts: { replies: 0, reposts: 0, likes: 2, quotes: 0 },
    viewer: { liked: false, reposted: false, bookmarked: false, mayReply: true, mayQuote: true },
    ...more,
  };
}

test('cuts a text at what leads elsewhere', () => {
  const text = 'Hi @mira, see #Doors at https://www.example.org/a/';
  const found = pieces(text, [
    { type: 'hashtag', start: 14, end: 20, tag: 'doors' },
    { type: 'mention', start: 3, end: 8, username: 'mira' },
    { type: 'link', start: 24, end: 50, url: 'https://www.example.org/a/' },
  ]);
  assert.deepEqual(found, [
    { text: 'Hi ' },
    { text: '@mira', href: '/@mira' },
    { text: ', see ' },
    { text: '#Doors', href: '/tags/doors' },
    { text: ' at ' },
    { text: 'example.org/a', href: 'https://www.example.org/a/', outside: true, title: 'https://www.example.org/a/' },
  ]);
});

test('counts offsets in UTF-16 units, as the API does', () => {
  const found = pieces('🚪 @mira', [{ type: 'mention', start: 3, end: 8, username: 'mira' }]);
  assert.deepEqual(found, [{ text: '🚪 ' }, { text: '@mira', href: '/@mira' }]);
});

test('shows as text what it cannot follow', () => {
  const script = pieces('javascript:alert(1)', [{ type: 'link', start: 0, end: 19, url: 'javascript:alert(1)' }]);
  assert.deepEqual(script, [{ text: 'javascript:alert(1)' }]);
  assert.deepEqual(pieces('short', [{ type: 'mention', start: 2, end: 90, username: 'x' }]), [{ text: 'short' }]);
});

test('leaves out entities that overlap', () => {
  const found = pieces('#one#two', [
    { type: 'hashtag', start: 0, end: 5, tag: 'one' },
    { type: 'hashtag', start: 4, end: 8, tag: 'two' },
  ]);
  assert.equal(found.map(piece => piece.text).join(''), '#one#two');
});

test('shortens addresses as people say them', () => {
  assert.equal(shortened('https://www.example.org/'), 'example.org');
  assert.equal(shortened(`https://example.org/${'x'.repeat(60)}`).length, 36);
});

test('shows one like everywhere and keeps it', async () => {
  forgetPosts();
  learn([post('p1')]);
  const sent: boolean[] = [];
  const problem = await setMark('p1', 'like', true, async (_, __, on) => void sent.push(on));
  assert.equal(problem, undefined);
  assert.equal(knownPost('p1')?.viewer?.liked, true);
  assert.equal(knownPost('p1')?.counts?.likes, 3);
  assert.deepEqual(sent, [true]);
});

test('puts a like back when the server refuses it', async () => {
  forgetPosts();
  learn([post('p1')]);
  const problem = await setMark('p1', 'like', true, async () => {
    throw new Problem(404, 'post-unknown', 'gone');
  });
  assert.equal(problem?.code, 'post-unknown');
  assert.equal(knownPost('p1')?.viewer?.liked, false);
  assert.equal(knownPost('p1')?.counts?.likes, 2);
});

test('sends the last wish alone when somebody presses quickly', async () => {
  forgetPosts();
  learn([post('p1')]);
  const sent: boolean[] = [];
  let answer = (): void => {};
  const send = (_: string, __: string, on: boolean): Promise<void> => {
    sent.push(on);
    return new Promise(resolve => (answer = resolve));
  };
  const first = setMark('p1', 'like', true, send);
  await setMark('p1', 'like', false, send);
  await setMark('p1', 'like', true, send);
  answer();
  await first;
  assert.deepEqual(sent, [true]);
  assert.equal(knownPost('p1')?.viewer?.liked, true);
});

test('counts a mark once', () => {
  const liked = marked(post('p1'), 'like', true);
  assert.equal(marked(liked, 'like', true).counts?.likes, 3);
  assert.equal(marked(marked(liked, 'like', false), 'like', false).counts?.likes, 2);
});

test('learns quoted posts, and nothing of the list that a post stood in', () => {
  forgetPosts();
  learn([{ ...post('p1', { quote: post('q1') }), position: '9', repostedBy: { id: 'b' } } as Post]);
  assert.ok(knownPost('q1'));
  assert.equal('position' in (knownPost('p1') ?? {}), false);
  changePost('q1', before => ({ ...before, text: 'changed' }));
  assert.equal(knownPost('q1')?.text, 'changed');
});

test('tells what was published', () => {
  forgetPosts();
  const heard: string[] = [];
  const stop = onPostNews(news => heard.push(news.what));
  tellNews({ what: 'published', post: post('p9') });
  stop();
  tellNews({ what: 'published', post: post('p10') });
  assert.deepEqual(heard, ['published']);
  assert.ok(knownPost('p9'));
});
