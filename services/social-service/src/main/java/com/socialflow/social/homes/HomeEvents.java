package com.socialflow.social.homes;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.BatchSubscriber;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.TieChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Keeps home timelines in Redis as posts and reposts come, and forgets those of people who read others than before.
 * Withdrawn posts stay: they are not shown, whatever Redis holds.
 */
@Component
class HomeEvents implements BatchSubscriber {

    private final FanOut fanOut;
    private final Homes homes;

    HomeEvents(FanOut fanOut, Homes homes) {
        this.fanOut = fanOut;
        this.homes = homes;
    }

    @Override
    public String group() {
        return "social-home";
    }

    @Override
    public List<Message> follows() {
        return List.of(
                PostPublished.getDefaultInstance(), PostReposted.getDefaultInstance(), TieChanged.getDefaultInstance());
    }

    @Override
    public void handle(List<Message> events) {
        var forgotten = new LinkedHashSet<AccountId>();
        var delivered = new ArrayList<Delivered>();
        for (var event : events) {
            switch (event) {
                case PostPublished post -> published(post).ifPresent(delivered::add);
                case PostReposted repost -> delivered.add(reposted(repost));
                case TieChanged tie -> forgotten.add(new AccountId(tie.getAccount()));
                default -> throw new IllegalArgumentException("not followed: " + event.getDescriptorForType());
            }
        }
        try {
            homes.drop(forgotten);
            fanOut.deliver(delivered);
        } catch (DataAccessResourceFailureException e) {
            throw new TryAgain("Redis or the database is away", e);
        }
    }

    @Override
    public void handledBefore(Instant time) {
        homes.deliveredBefore(time);
    }

    /** Comments stay with their video. */
    private static Optional<Delivered> published(PostPublished event) {
        if (event.getRootVideo() != 0 && !event.getAnnouncement()) {
            return Optional.empty();
        }
        var other = event.getReplyTo() != 0 && event.getReplyToAuthor() != event.getAuthor()
                ? Optional.of(new AccountId(event.getReplyToAuthor()))
                : Optional.<AccountId>empty();
        var entry = new HomeEntry(event.getPost(), new PostId(event.getPost()), null);
        return Optional.of(new Delivered(new AccountId(event.getAuthor()), List.of(entry), other));
    }

    private static Delivered reposted(PostReposted event) {
        var by = new AccountId(event.getAccount());
        var entry = new HomeEntry(event.getRepost(), new PostId(event.getPost()), by);
        return new Delivered(by, List.of(entry), Optional.empty());
    }
}
