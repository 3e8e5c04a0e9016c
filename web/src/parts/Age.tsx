import { age, exactTime } from '../words/figures';

/** How long ago; the exact time on hover. */
export function Age({ time }: { time: string }) {
  return (
    <time dateTime={time} title={exactTime(time)}>
      {age(time)}
    </time>
  );
}
