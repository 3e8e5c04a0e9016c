interface SubmitProps {
  busy: boolean;
  disabled?: boolean;
  name: string;
  testId: string;
}

export function Submit({ busy, disabled = false, name, testId }: SubmitProps) {
  return (
    <button class="button button--primary button--wide" disabled={busy || disabled} data-testid={testId}>
      {busy ? <span class="spinner" role="status" aria-label={name} /> : name}
    </button>
  );
}
