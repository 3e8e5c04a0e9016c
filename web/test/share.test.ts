import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedCode } from '../src/pages/share/embed';

test('a title cannot break out of the code for another page', () => {
  const code = embedCode('https://video.example', { id: '0abc', title: '"><script>alert(1)</script> & more' });

  assert.match(code, /^<iframe src="https:\/\/video\.example\/embed\/0abc" /);
  assert.ok(code.includes('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"'));
  assert.equal(code.match(/<script/), null);
});
