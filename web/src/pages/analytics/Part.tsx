import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Loaded } from '../../parts/identity/Loaded';
import type { LoadedState } from '../../parts/identity/useLoaded';
import { Icon } from '../../parts/Icon';
import { analytics as say } from '../../words/analytics';

interface PartProps {
  title: string;
  hint?: string | undefined;
  testId: string;
  /** At the right of the title. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** A piece of the page with its own heading. */
export function Part({ title, hint, testId, beside, children }: PartProps) {
  const id = useId();
  return (
    <section class="stats__part" aria-labelledby={id} data-testid={testId}>
      <div class="stats__top">
        <div>
          <h2 class="stats__title" id={id}>
            {title}
          </h2>
          {hint && <p class="soft stats__hint">{hint}</p>}
        </div>
        {beside}
      </div>
      {children}
    </section>
  );
}

interface LoadedPartProps<T> extends Omit<PartProps, 'children'> {
  of: LoadedState<T>;
  /** Lines of the place that it takes until it is there. */
  lines?: number;
  /** Whether what came says nothing. */
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ComponentChildren;
}

/** The same of something that is loaded: with what is shown until then, or instead. */
export function LoadedPart<T>({ of, lines = 5, isEmpty, children, ...part }: LoadedPartProps<T>) {
  return (
    <Part {...part}>
      <div class={of.loading && of.data !== undefined ? 'stats__body stats__body--loading' : 'stats__body'}>
        <Loaded of={of} failed={say.failedPart} testId={part.testId} lines={lines}>
          {data => (isEmpty?.(data) ? <Nothing /> : children(data))}
        </Loaded>
      </div>
    </Part>
  );
}

/** That nobody watched in this time, without making much of it. */
export function Nothing() {
  return (
    <div class="stats__nothing" data-testid="stats-empty">
      <Icon name="poll" size={32} />
      <p>
        <strong>{say.empty}</strong>
      </p>
      <p class="soft">{say.emptyHint}</p>
    </div>
  );
}
