import type { Visibility } from '../api/types';
import { words } from '../words';
import { Icon, type IconName } from './Icon';

const SIGNS: Record<Visibility, IconName> = { public: 'globe', unlisted: 'link', private: 'lock' };

export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  return (
    <span class="badge" title={words.visibilityHints[visibility]} data-testid="visibility" data-visibility={visibility}>
      <Icon name={SIGNS[visibility]} size={14} />
      {words.visibilities[visibility]}
    </span>
  );
}
