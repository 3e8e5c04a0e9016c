/** A play sign that a wave runs through. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        class="logo__above"
        d="M7 6.2C7 3.7 9.7 2.2 11.8 3.5l14.9 9.4c1 .6 1.6 1.5 1.8 2.5-3.6-.9-6.2.3-8.7 1.7-3.6 2-7 3.2-12.8.9z"
      />
      <path
        class="logo__below"
        d="M7 20.7c6.2 2.1 10.2.8 14-1.3 2.2-1.2 4.2-2.1 6.7-1.6a4 4 0 0 1-1 .9l-14.9 9.8C9.7 29.9 7 28.3 7 25.8z"
      />
    </svg>
  );
}
