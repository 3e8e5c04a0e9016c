import { useState } from 'preact/hooks';
import { problemOf, type Problem } from '../api/problem';

export interface FormState {
  busy: boolean;
  problem: Problem | undefined;
  /** Runs the work unless it is running; keeps what went wrong. */
  submit: (work: () => Promise<void>) => Promise<void>;
  /** What the last answer said of a field. */
  error: (field: string) => string | undefined;
}

/** A form that is sent once at a time. */
export function useForm(): FormState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    busy,
    problem,
    async submit(work) {
      if (busy) return;
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
      } catch (thrown) {
        setProblem(problemOf(thrown));
      } finally {
        setBusy(false);
      }
    },
    error: field => problem?.field(field),
  };
}

/** Puts the focus on the first field that was refused, once it is marked. */
export function focusRefused(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
