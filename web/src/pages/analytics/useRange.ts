import { useState } from 'preact/hooks';
import { memory } from '../../parts/memory';
import { currentPlace } from '../../router/router';
import { queryOf, rangeOf, type Range } from './range';

export interface Choice {
  range: Range;
  compare: boolean;
  setRange: (range: Range) => void;
  setCompare: (compare: boolean) => void;
  /** An address of ours that keeps what is chosen. */
  link: (path: string, more?: Record<string, string>) => string;
}

const compareKept = memory<boolean>('compare-before');

/** The span that is looked at. It stands in the address, so that it can be sent and comes back with the page. */
export function useRange(): Choice {
  const [range, setRange] = useState(() => rangeOf(currentPlace().query, Date.now()));
  const [compare, setCompare] = useState(compareKept.get() ?? true);
  return {
    range,
    compare,
    setRange(next) {
      setRange(next);
      const query = new URLSearchParams(location.search);
      ['days', 'from', 'to'].forEach(name => query.delete(name));
      Object.entries(queryOf(next)).forEach(([name, value]) => query.set(name, value));
      history.replaceState(history.state, '', addressOf(location.pathname, query));
    },
    setCompare(next) {
      setCompare(next);
      compareKept.set(next);
    },
    link: (path, more = {}) => addressOf(path, new URLSearchParams({ ...more, ...queryOf(range) })),
  };
}

function addressOf(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
