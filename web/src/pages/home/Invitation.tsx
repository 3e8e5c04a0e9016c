import { words } from '../../words';

/** For visitors: what they could do here. */
export function Invitation() {
  return (
    <aside class="invitation" data-testid="invitation">
      <div>
        <h2>{words.social.joinTitle}</h2>
        <p class="soft">{words.social.joinHint}</p>
      </div>
      <div class="invitation__ways">
        <a class="button button--primary" href="/register">
          {words.register}
        </a>
        <a class="button" href="/login">
          {words.signIn}
        </a>
      </div>
    </aside>
  );
}
