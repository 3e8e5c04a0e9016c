import type { PersonLink } from '../../api/types';
import { Icon } from '../../parts/Icon';
import { settings as say } from '../../words/settings';

/** As the API has them; the lengths are characters. */
const LINKS_MAX = 8;
const NAME_MAX = 50;
const ADDRESS_MAX = 500;

interface LinksProps {
  links: PersonLink[];
  error: string | undefined;
  onChange: (links: PersonLink[]) => void;
}

/** The links of a page: a name and an address each. */
export function LinksEditor({ links, error, onChange }: LinksProps) {
  const change = (index: number, part: Partial<PersonLink>): void =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...part } : link)));
  return (
    <fieldset class="links" data-testid="profile-links">
      <legend class="field__label">{say.profile.links}</legend>
      <p class={error ? 'field__error' : 'field__hint'} role={error ? 'alert' : undefined}>
        {error ?? say.profile.linksHint}
      </p>
      {links.map((link, index) => (
        <div class="links__one" key={index}>
          <input
            class="input"
            aria-label={say.profile.linkName}
            placeholder={say.profile.linkName}
            value={link.name}
            maxLength={NAME_MAX}
            dir="auto"
            data-testid="link-name"
            onInput={event => change(index, { name: event.currentTarget.value })}
          />
          <input
            class="input"
            aria-label={say.profile.linkAddress}
            aria-invalid={error !== undefined}
            placeholder="https://"
            value={link.url}
            inputMode="url"
            autoCapitalize="none"
            spellcheck={false}
            maxLength={ADDRESS_MAX}
            data-testid="link-url"
            onInput={event => change(index, { url: event.currentTarget.value })}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={say.profile.removeLink(link.name || link.url)}
            onClick={() => onChange(links.filter((_, at) => at !== index))}
            data-testid="link-remove"
          >
            <Icon name="trash" size={20} />
          </button>
        </div>
      ))}
      {links.length < LINKS_MAX && (
        <button
          type="button"
          class="button"
          onClick={() => onChange([...links, { name: '', url: '' }])}
          data-testid="link-add"
        >
          {say.profile.addLink}
        </button>
      )}
    </fieldset>
  );
}
