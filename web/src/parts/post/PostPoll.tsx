import { useState } from 'preact/hooks';
import { Problem, problemOf } from '../../api/problem';
import { vote } from '../../api/social/posts';
import { changePost } from '../../api/social/postStore';
import type { Poll, Post } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { age, exactTime, number, percent } from '../../words/figures';
import { Icon } from '../Icon';
import { mustSignIn, useViewer } from './viewer';

/** A question with its answers: to vote, or what was voted. */
export function PostPoll({ post, poll }: { post: Post; poll: Poll }) {
  const viewer = useViewer();
  const ended = poll.ended || Date.parse(poll.endsAt) <= Date.now();
  const own = viewer !== undefined && viewer === post.author?.id;
  const open = !ended && !own && !poll.chosen?.length;
  return (
    <div class="poll" data-testid="poll" data-open={open}>
      {open ? <Ballot post={post} poll={poll} /> : <Results poll={poll} />}
      <p class="poll__about soft">
        {words.social.voters(number(poll.voters), poll.voters === 1)} ·{' '}
        {ended ? (
          words.social.pollEnded
        ) : (
          <time dateTime={poll.endsAt} title={exactTime(poll.endsAt)}>
            {words.social.pollEnds(age(poll.endsAt))}
          </time>
        )}
      </p>
    </div>
  );
}

function Ballot({ post, poll }: { post: Post; poll: Poll }) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const choose = (index: number, on: boolean): void => {
    if (!poll.multiple) setChosen([index]);
    else setChosen(on ? [...chosen, index] : chosen.filter(one => one !== index));
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (mustSignIn() || busy) return;
    setBusy(true);
    try {
      const voted = await vote(post.id, [...chosen].sort((a, b) => a - b));
      changePost(post.id, before => ({ ...before, poll: voted }));
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem instanceof Problem) tell(problem.sentence);
    }
    setBusy(false);
  };
  return (
    <form class="poll__ballot" onSubmit={event => void send(event)}>
      <fieldset>
        <legend class="unseen">{words.social.poll}</legend>
        {poll.options.map((option, index) => (
          <label class="poll__choice" key={index}>
            <input
              type={poll.multiple ? 'checkbox' : 'radio'}
              name={`poll-${post.id}`}
              checked={chosen.includes(index)}
              onChange={event => choose(index, event.currentTarget.checked)}
              data-testid={`poll-choice-${index}`}
            />
            <span dir="auto">{option.text}</span>
          </label>
        ))}
      </fieldset>
      {poll.multiple && <p class="soft poll__about">{words.social.chooseSeveral}</p>}
      <button class="button poll__vote" disabled={chosen.length === 0 || busy} data-testid="poll-vote">
        {words.social.vote}
      </button>
    </form>
  );
}

function Results({ poll }: { poll: Poll }) {
  // With several choices each, shares are of people, so that each says how many of them chose it.
  const whole = Math.max(1, poll.multiple ? poll.voters : poll.votes);
  return (
    <ul class="poll__results" data-testid="poll-results">
      {poll.options.map((option, index) => {
        const share = (option.votes ?? 0) / whole;
        return (
          <li class="poll__result" key={index}>
            <span class="poll__bar" style={{ width: `${Math.round(share * 100)}%` }} />
            <span class="poll__text" dir="auto">
              {option.text}
              {poll.chosen?.includes(index) && (
                <span class="poll__own" title={words.social.yourChoice}>
                  <Icon name="check" size={16} />
                  <span class="unseen"> ({words.social.yourChoice})</span>
                </span>
              )}
            </span>
            <span class="figures" title={number(option.votes ?? 0)}>
              {percent(share)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
