import { readTop } from '../../api/studio/analytics';
import { useLoaded } from '../../parts/identity/useLoaded';
import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import { LENGTH } from './figures';
import { LoadedPart } from './Part';
import { momentsOf } from './range';
import type { Choice } from './useRange';

/** The videos that were watched most in the span. */
export function TopVideos({ choice }: { choice: Choice }) {
  const { from, to } = momentsOf(choice.range);
  const read = useLoaded(() => readTop(from, to), `${from} ${to}`);
  return (
    <LoadedPart
      of={read}
      title={say.top}
      hint={say.topHint}
      testId="top-videos"
      lines={6}
      isEmpty={videos => videos.length === 0}
    >
      {videos => {
        const highest = Math.max(1, ...videos.map(one => one.views));
        return (
          <table class="top figures">
            <thead>
              <tr>
                <th scope="col">{say.topVideo}</th>
                <th scope="col">{say.metrics.views}</th>
                <th scope="col">{say.metrics.watchTime}</th>
              </tr>
            </thead>
            <tbody>
              {videos.map(one => (
                <tr key={one.id} data-testid="top-video" data-video-id={one.id}>
                  <th scope="row" class="top__title" dir="auto">
                    <a href={choice.link(`/studio/videos/${one.id}/analytics`)} title={say.openOf(one.title)}>
                      {one.title}
                    </a>
                    <span class="top__bar" style={{ width: `${(one.views / highest) * 100}%` }} />
                  </th>
                  <td>{number(one.views)}</td>
                  <td>{one.watchSeconds === undefined ? '–' : LENGTH.short(one.watchSeconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      }}
    </LoadedPart>
  );
}
