import type { Profile } from '../../api/types';
import { Linked } from '../../parts/Linked';
import { exactTime } from '../../words/figures';
import { people as say } from '../../words/people';
import { safe } from './links';

/** Everything that a person says of herself or himself. */
export function About({ person }: { person: Profile }) {
  return (
    <section class="reading about-person" aria-label={say.tabs.about} data-testid="profile-about">
      {person.biography ? (
        <p class="person__biography" dir="auto">
          <Linked text={person.biography} />
        </p>
      ) : (
        <p class="soft">{say.aboutNothing}</p>
      )}
      {person.links?.map(link => (
        <p key={link.url}>
          <a class="linked" href={safe(link.url)} target="_blank" rel="me noopener noreferrer nofollow ugc">
            {link.name || link.url}
          </a>
        </p>
      ))}
      <p class="soft">
        {say.joinedOn} {exactTime(person.createdAt)}
      </p>
    </section>
  );
}
