package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.social.people.People;
import com.socialflow.social.people.Person;
import com.socialflow.social.posts.PublishOutcome.NotFound;
import com.socialflow.social.posts.PublishOutcome.Reason;
import com.socialflow.social.posts.PublishOutcome.Refused;
import com.socialflow.social.views.Completions;
import com.socialflow.social.views.Sight;
import com.socialflow.social.views.Sight.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Publishing: whatever must be asked of others first, then one transaction. Not inside a transaction. */
@Component
public class Posts {

    /** Of a chain of replies: a conversation of two that nobody else reads to its end. */
    static final int DEPTH_MAX = 1_000;

    /** People that one post tells of themselves: more would be a mailing. */
    static final int MENTIONS_MAX = 20;

    private final Publication publication;
    private final Sight sight;
    private final People people;
    private final ObjectProvider<CommentRules> commentRules;
    private final ObjectProvider<Completions.Videos> videos;

    Posts(
            Publication publication,
            Sight sight,
            People people,
            ObjectProvider<CommentRules> commentRules,
            ObjectProvider<Completions.Videos> videos) {
        this.publication = publication;
        this.sight = sight;
        this.people = people;
        this.commentRules = commentRules;
        this.videos = videos;
    }

    /** Publishes a draft in somebody's name. */
    public PublishOutcome publish(AccountId author, Draft draft) {
        var viewer = Optional.of(author);
        Seen answered = null;
        if (draft.replyTo() != null) {
            answered = sight.find(draft.replyTo(), viewer).orElse(null);
            if (answered == null && !publication.isUnknown(draft.replyTo())) {
                return new NotFound("post");
            }
        }
        var refusal = refusal(answered);
        if (refusal != null) {
            return refusal;
        }
        Seen quoted = null;
        if (draft.quote() != null) {
            quoted = sight.find(draft.quote(), viewer).orElse(null);
            if (quoted == null) {
                return new NotFound("post");
            }
            if (!quoted.mayQuote()) {
                return new Refused(Reason.QUOTE_NOT_ALLOWED);
            }
        }
        if (draft.video() != null && !sees(draft.video(), viewer)) {
            return new NotFound("video");
        }
        var video = commentedVideo(draft, answered);
        return video == null
                ? publish(author, draft, answered, quoted, Publication.Comment.NONE)
                : comment(video, author, draft, answered, quoted);
    }

    private static @Nullable PublishOutcome refusal(@Nullable Seen answered) {
        if (answered == null) {
            return null;
        }
        var place = answered.post().place();
        if (!answered.mayReply()) {
            return new Refused(place.locked() ? Reason.THREAD_LOCKED : Reason.REPLY_NOT_ALLOWED);
        }
        return place.depth() >= DEPTH_MAX ? new Refused(Reason.THREAD_TOO_DEEP) : null;
    }

    private boolean sees(VideoId video, Optional<AccountId> viewer) {
        var known = videos.getIfAvailable();
        return known == null || known.of(List.of(video), viewer).containsKey(video);
    }

    /** The video whose comments this joins; null: those of none. */
    private static @Nullable VideoId commentedVideo(Draft draft, @Nullable Seen answered) {
        if (draft.commentOn() != null) {
            return draft.commentOn();
        }
        if (answered != null) {
            return answered.post().place().rootVideo();
        }
        return draft.replyTo() == null ? null : new VideoId(draft.replyTo().value());
    }

    private PublishOutcome comment(
            VideoId video, AccountId author, Draft draft, @Nullable Seen answered, @Nullable Seen quoted) {
        var rules = commentRules.getIfAvailable();
        if (rules == null) {
            // Of a video nothing is known here then: an id that may be anything is not taken for one.
            return draft.commentOn() == null && answered == null
                    ? new NotFound("post")
                    : publish(author, draft, answered, quoted, new Publication.Comment(video, null, false));
        }
        return switch (rules.on(video, author, draft.text())) {
            case CommentRules.Verdict.Open(var owner) ->
                publish(author, draft, answered, quoted, new Publication.Comment(video, owner, false));
            case CommentRules.Verdict.Held(var owner) ->
                publish(author, draft, answered, quoted, new Publication.Comment(video, owner, true));
            case CommentRules.Verdict.Closed() -> new Refused(Reason.COMMENTS_CLOSED);
            case CommentRules.Verdict.NotFound() -> new NotFound(draft.commentOn() == null ? "post" : "video");
        };
    }

    private PublishOutcome publish(
            AccountId author,
            Draft draft,
            @Nullable Seen answered,
            @Nullable Seen quoted,
            Publication.Comment comment) {
        // Known from here on, also when the user service is away later.
        var self = people.find(author);
        return publication.publish(
                new Publication.Wish(
                        author, self.map(Person::privateAccount).orElse(false), draft, mentioned(draft), comment),
                answered,
                quoted);
    }

    /** By their names in lower case: the first few that somebody has. */
    private Map<String, AccountId> mentioned(Draft draft) {
        var names = draft.text().usernames().stream().limit(MENTIONS_MAX).toList();
        return names.isEmpty()
                ? Map.of()
                : people.named(names).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().account()));
    }
}
