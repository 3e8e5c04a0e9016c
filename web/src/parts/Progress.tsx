import { percent } from '../words/figures';

interface ProgressProps {
  /** 0 to 1. */
  value: number;
  label: string;
  tone?: 'accent' | 'good' | 'still';
  testId?: string;
}

export function Progress({ value, label, tone = 'accent', testId }: ProgressProps) {
  const whole = Math.floor(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      class={`bar bar--${tone}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole}
      aria-valuetext={percent(value)}
      data-testid={testId}
    >
      <div class="bar__done" style={{ width: `${whole}%` }} />
    </div>
  );
}
