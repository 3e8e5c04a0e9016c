package com.socialflow.social.polls;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.tallies.Tally;
import com.socialflow.social.views.PollView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A poll of a post.
 *
 * @param ended its end was told
 */
record Poll(PostId post, AccountId author, List<String> options, boolean multiple, Instant endsAt, boolean ended) {

    private static final List<Tally> OPTIONS =
            List.of(Tally.OPTION_0, Tally.OPTION_1, Tally.OPTION_2, Tally.OPTION_3, Tally.OPTION_4, Tally.OPTION_5);

    Poll {
        options = List.copyOf(options);
    }

    /** What counts the votes for an option, from 0 on. */
    static Tally tally(int option) {
        return OPTIONS.get(option);
    }

    boolean over(Instant now) {
        return ended || !now.isBefore(endsAt);
    }

    /** Whether each is an option, none is there twice, and there are as many as one may choose. */
    boolean takes(List<Integer> choices) {
        return !choices.isEmpty()
                && (multiple || choices.size() == 1)
                && choices.stream().distinct().count() == choices.size()
                && choices.stream().allMatch(choice -> choice >= 0 && choice < options.size());
    }

    /**
     * The poll as somebody sees it: what each option got is told to whoever voted, to the author, and to all after the
     * end, so that nobody follows the crowd.
     */
    PollView view(Map<Tally, Long> counts, @Nullable List<Integer> chosen, Optional<AccountId> viewer, Instant now) {
        var told = chosen != null || over(now) || viewer.filter(author::equals).isPresent();
        var shown = new ArrayList<PollView.Option>();
        var votes = 0L;
        for (var option = 0; option < options.size(); option++) {
            var got = counts.getOrDefault(tally(option), 0L);
            votes += got;
            shown.add(new PollView.Option(options.get(option), told ? got : null));
        }
        return new PollView(shown, multiple, endsAt, over(now), votes, counts.getOrDefault(Tally.VOTERS, 0L), chosen);
    }
}
