import type { ThreadSort } from '../../api/social/types';
import { talk as say } from '../../words/talk';

interface SortProps {
  value: ThreadSort;
  choices: readonly ThreadSort[];
  onChoose: (sort: ThreadSort) => void;
}

/** In which order answers stand. */
export function SortChoice({ value, choices, onChoose }: SortProps) {
  return (
    <label class="sort">
      <span class="unseen">{say.sort}</span>
      <select
        class="sort__select"
        value={value}
        onChange={event => onChoose(event.currentTarget.value as ThreadSort)}
        data-testid="sort"
      >
        {choices.map(choice => (
          <option key={choice} value={choice} selected={choice === value}>
            {say.sorts[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
