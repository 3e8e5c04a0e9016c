import { Empty } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { words } from '../words';

export default function MissingPage() {
  useTitle(words.titles.missing);
  return (
    <Empty icon="gone" title={words.missing} hint={words.missingHint} testId="missing" main>
      <a class="button button--primary" href="/">
        {words.toHome}
      </a>
    </Empty>
  );
}
