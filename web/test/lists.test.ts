import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Post, ThreadNode, TimelineItem } from '../src/api/social/types';
import { EventReader } from '../src/live/sse';
import { nodeOf } from '../src/parts/thread/nodes';
import { branchesOf, postsOf, withMore, withPage, withReply } from '../src/parts/thread/tree';
import { countOf, stretchOf, unknownOf, withFirst, withNext } from '../src/parts/timeline/entries';

function post(id: string, more: Partial<Post> = {}): Post {
  return { id, state: 'published', author: { id: 'a', username: 'mira' }, text: id, ...more };
}

function node(id: string, replies: ThreadNode[] = [], more: Partial<ThreadNode> = {}): ThreadNode {
  return { post: post(id), replies, ...more };
}

const ids = (list: readonly { items: readonly TimelineItem[] }[]): string[] =>
  list.flatMap(stretch => stretch.items.map(item => item.id));

test('shows an entry once, however often pages tell it', () => {
  const list = [stretchOf([{ ...post('3'), position: '3' }, { ...post('2'), position: '2' }])];
  const next = withNext(list, [
    { ...post('2'), position: '2' },
    { ...post('1'), position: '1' },
    { ...post('1'), position: '1' },
  ]);
  assert.deepEqual(ids(next), ['3', '2', '1']);
  assert.equal(countOf(next), 3);
});

test('shows a repost besides the post itself, when the list says both', () => {
  const list = [stretchOf([{ ...post('2'), position: '2' }])];
  const repost = { ...post('2'), position: '5', repostedBy: { id: 'b', username: 'ben' } };
  assert.deepEqual(unknownOf([repost], list), [repost]);
});

test('knows its own new post when the list tells it later', () => {
  const list = withFirst([stretchOf([{ ...post('2'), position: '2' }])], [post('3')]);
  assert.deepEqual(ids(list), ['3', '2']);
  const told = [{ ...post('4'), position: '4' }, { ...post('3'), position: '3' }];
  assert.deepEqual(ids(withFirst(list, told)), ['4', '3', '2']);
});

test('keeps what is there when nothing is new', () => {
  const list = [stretchOf([{ ...post('2'), position: '2' }])];
  assert.equal(withFirst(list, [{ ...post('2'), position: '2' }]).length, 1);
});

test('puts a thread together, each post once', () => {
  const branches = branchesOf([node('1', [node('2', [node('3')])]), node('4'), node('2')]);
  assert.deepEqual(postsOf(branches).map(one => one.id), ['1', '2', '3', '4']);
});

test('puts an answer first below what it answers', () => {
  const branches = branchesOf([node('1', [node('2')]), node('3')]);
  const inner = withReply(branches, post('9', { replyTo: '2' }), '0');
  assert.deepEqual(postsOf(inner).map(one => one.id), ['1', '2', '9', '3']);
  assert.deepEqual(postsOf(withReply(inner, post('10', { replyTo: '0' }), '0')).map(one => one.id)[0], '10');
  assert.equal(withReply(inner, post('9', { replyTo: '2' }), '0'), inner);
  assert.equal(withReply(branches, post('9', { replyTo: 'elsewhere' }), '0'), branches);
});

test('goes on with a branch, and with the list', () => {
  const branches = branchesOf([node('1', [node('2')], { moreReplies: 5, cursor: 'c1' })]);
  const more = withMore(branches, '1', branchesOf([node('2'), node('3')]), 'c2');
  assert.deepEqual(more[0]?.replies.map(one => one.post.id), ['2', '3']);
  assert.equal(more[0]?.more, 4);
  assert.equal(withMore(more, '1', branchesOf([node('4')]))[0]?.more, 0);
  assert.deepEqual(withPage(branches, branchesOf([node('1'), node('5')])).map(one => one.post.id), ['1', '5']);
});

test('takes comments with their first answers as branches', () => {
  const counts = { replies: 3, reposts: 0, likes: 0, quotes: 0 };
  const plain = nodeOf({ ...post('1', { counts }), replies: [post('2')] });
  assert.equal(plain.replies?.length, 1);
  assert.equal(plain.moreReplies, 2);
  const nested = nodeOf({ ...post('1'), replies: [node('2', [node('3')])] });
  assert.deepEqual(postsOf(branchesOf([nested])).map(one => one.id), ['1', '2', '3']);
});

test('reads events that arrive in pieces', () => {
  const reader = new EventReader();
  assert.deepEqual(reader.read('retry: 2000\n\n: still here\n\nevent: ho'), []);
  assert.equal(reader.retry, 2000);
  assert.deepEqual(reader.read('me\nid: 7\ndata: {"a":\r'), []);
  assert.deepEqual(reader.read('\ndata: 1}\r\n\r\nda'), [{ event: 'home', data: '{"a":\n1}', id: '7' }]);
  assert.deepEqual(reader.read('ta: x\n\n'), [{ event: 'message', data: 'x', id: '7' }]);
  assert.equal(reader.lastId, '7');
});
