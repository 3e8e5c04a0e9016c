import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/problem';
import { words } from '../words';
import { Icon, type IconName } from './Icon';

/** What went wrong with something that a person did, where it was done. */
export function ProblemNotice({ problem, testId = 'problem' }: { problem: Problem; testId?: string }) {
  return (
    <div class="notice" role="alert" data-testid={testId} data-code={problem.code}>
      <Icon name="alert" size={20} />
      <p>
        {problem.sentence}
        {problem.requestId && problem.status >= 500 && <small>{words.requestId(problem.requestId)}</small>}
      </p>
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  hint?: ComponentChildren;
  testId: string;
  main?: boolean;
  children?: ComponentChildren;
}

/** Says that there is nothing, why, and what to do next. */
export function Empty({ icon, title, hint, testId, main = false, children }: EmptyProps) {
  return (
    <div class="empty" data-testid={testId}>
      <div class="empty__sign">
        <Icon name={icon} size={36} />
      </div>
      {main ? <h1>{title}</h1> : <h2>{title}</h2>}
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

interface FailedProps {
  title: string;
  problem: Problem;
  testId: string;
  retry: () => void;
}

/** A part of a page that could not be loaded, and the way to try again. */
export function Failed({ title, problem, testId, retry }: FailedProps) {
  const hint = (
    <>
      {problem.sentence}
      {problem.requestId && <small> {words.requestId(problem.requestId)}</small>}
    </>
  );
  return (
    <Empty icon="alert" title={title} hint={hint} testId={testId}>
      <button class="button" data-testid="retry" onClick={retry}>
        <Icon name="retry" size={20} />
        {words.retry}
      </button>
    </Empty>
  );
}
