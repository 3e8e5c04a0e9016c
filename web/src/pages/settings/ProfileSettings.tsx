import { readMe } from '../../api/identity/profile';
import { signedIn } from '../../api/session';
import type { Account } from '../../api/types';
import { Loaded } from '../../parts/identity/Loaded';
import { useLoaded } from '../../parts/identity/useLoaded';
import { settings as say } from '../../words/settings';
import { HandlePart } from './HandlePart';
import { PicturesPart } from './PicturesPart';
import { ProfileForm } from './ProfileForm';

/** What everybody may know of a person, edited on the ground of its present state. */
export function ProfileSettings() {
  const me = useLoaded(readMe);
  const changed = (account: Account): void => {
    signedIn(account);
    // The tag is another one now.
    void me.reload();
  };
  return (
    <Loaded of={me} failed={say.failed} testId="profile" lines={8}>
      {({ data: account, etag }) => (
        <>
          <PicturesPart account={account} onChange={changed} />
          <ProfileForm key={etag} account={account} etag={etag} onSaved={changed} onStale={me.reload} />
          <HandlePart account={account} onChange={changed} />
        </>
      )}
    </Loaded>
  );
}
