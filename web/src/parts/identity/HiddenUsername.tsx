/** Lets a password manager know whose password a form is about. */
export function HiddenUsername({ username }: { username: string }) {
  return (
    <input
      class="unseen"
      name="username"
      autoComplete="username"
      value={username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
