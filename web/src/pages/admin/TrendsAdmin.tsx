import { readAllTrends, reviewTrend, type ReviewedTrend } from '../../api/inbox/reports';
import { problemOf } from '../../api/problem';
import { Sparkline } from '../../parts/discover/Trends';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { admin as say } from '../../words/admin';
import { number } from '../../words/figures';

/** Hashtags that stand out, and whether they may be shown. */
export function TrendsAdmin() {
  const trends = useLoaded(readAllTrends);
  const review = async (trend: ReviewedTrend, allowed: boolean): Promise<void> => {
    const set = (state: boolean | null): void => {
      if (!trends.data) return;
      const items = trends.data.items.map(one => (one.tag === trend.tag ? { ...one, allowed: state } : one));
      trends.set({ ...trends.data, items });
    };
    set(allowed);
    try {
      await reviewTrend(trend.tag, allowed);
    } catch (thrown) {
      set(trend.allowed ?? null);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part quiet title={say.rooms.trends} hint={say.trends.hint} testId="trends-review">
      <Loaded of={trends} failed={say.failed} testId="trends-review" lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft" data-testid="trends-review-empty">
              {say.trends.none}
            </p>
          ) : (
            <ul class="items">
              {items.map(trend => (
                <Item
                  key={trend.tag}
                  testId="reviewed-trend"
                  id={trend.tag}
                  lead={<Sparkline history={trend.history} />}
                  title={
                    <>
                      <a class="linked" href={`/tags/${encodeURIComponent(trend.tag)}`} dir="auto">
                        #{trend.tag}
                      </a>
                      <State allowed={trend.allowed} />
                    </>
                  }
                  about={say.trends.about(number(trend.people), number(trend.posts))}
                >
                  {trend.allowed !== true && (
                    <button
                      class="button"
                      aria-label={say.trends.allowOf(trend.tag)}
                      onClick={() => void review(trend, true)}
                      data-testid="trend-allow"
                    >
                      {say.trends.allow}
                    </button>
                  )}
                  {trend.allowed !== false && (
                    <button
                      class="button button--danger"
                      aria-label={say.trends.refuseOf(trend.tag)}
                      onClick={() => void review(trend, false)}
                      data-testid="trend-refuse"
                    >
                      {say.trends.refuse}
                    </button>
                  )}
                </Item>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
}

function State({ allowed }: { allowed: boolean | null | undefined }) {
  if (allowed === true) return <span class="badge badge--good">{say.trends.states.allowed}</span>;
  if (allowed === false) return <span class="badge badge--danger">{say.trends.states.refused}</span>;
  return <span class="badge badge--wait">{say.trends.states.open}</span>;
}
