/** A named value that this browser keeps; without storage it lasts as long as the page. */
export interface Memory<T> {
  get(): T | undefined;
  set(value: T): void;
  clear(): void;
  onOthersChange(listener: (value: T | undefined) => void): void;
}

const PREFIX = 'sf.';
const fallback = new Map<string, string>();

export function memory<T>(name: string): Memory<T> {
  const key = PREFIX + name;
  return {
    get: () => parse<T>(stored(storage => storage.getItem(key)) ?? fallback.get(key) ?? null),
    set(value) {
      const text = JSON.stringify(value);
      if (stored(storage => (storage.setItem(key, text), true))) fallback.delete(key);
      else fallback.set(key, text);
    },
    clear() {
      fallback.delete(key);
      stored(storage => storage.removeItem(key));
    },
    onOthersChange(listener) {
      addEventListener('storage', event => {
        if (event.key === key || event.key === null) listener(parse<T>(event.newValue));
      });
    },
  };
}

function parse<T>(text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Storage is refused in some private windows and frames, and may be full. */
function stored<R>(work: (storage: Storage) => R): R | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
