package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.people.People;
import com.socialflow.social.people.Person;
import com.socialflow.social.posts.Removal;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.views.PostRow;
import com.socialflow.social.views.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a video's owner does with comments on it. Not in a transaction: to see a comment may take a call. */
@Component
class Curation {

    private final CurationStore store;
    private final CommentAccess access;
    private final Sight sight;
    private final Pins pins;
    private final Removal removal;
    private final People people;

    Curation(CurationStore store, CommentAccess access, Sight sight, Pins pins, Removal removal, People people) {
        this.store = store;
        this.access = access;
        this.sight = sight;
        this.pins = pins;
        this.removal = removal;
        this.people = people;
    }

    enum Outcome {
        DONE,
        NOT_FOUND,
        REFUSED,
        NOT_A_COMMENT,
        /** It answers another comment. */
        NOT_DIRECT,
        /** It is not published yet, or waits no more. */
        OTHER_STATE
    }

    /** The owner likes it, or not any more. */
    Outcome heart(PostId id, Actor actor, boolean hearted) {
        return curate(id, actor, (comment, _) -> {
            if (comment.state() != PostState.PUBLISHED) {
                return Outcome.OTHER_STATE;
            }
            store.heart(id, hearted);
            return Outcome.DONE;
        });
    }

    /** It stands first, or not any more. */
    Outcome pin(PostId id, Actor actor, boolean pinned) {
        return curate(id, actor, (comment, owned) -> {
            if (comment.place().replyTo() != null) {
                return Outcome.NOT_DIRECT;
            }
            if (comment.state() != PostState.PUBLISHED) {
                return Outcome.OTHER_STATE;
            }
            if (pinned) {
                pins.pin(owned.video(), id);
            } else {
                store.unpin(id);
            }
            return Outcome.DONE;
        });
    }

    /** Everybody sees it from now on. */
    Outcome approve(PostId id, Actor actor) {
        return curate(id, actor, (comment, owned) -> {
            var hidden =
                    people.find(comment.author()).map(Person::privateAccount).orElse(true);
            return removal.letThrough(id, hidden, owned.owner()) ? Outcome.DONE : Outcome.OTHER_STATE;
        });
    }

    /** Nobody but its author sees it from now on. */
    Outcome reject(PostId id, Actor actor) {
        return curate(id, actor, (_, _) -> store.reject(id) ? Outcome.DONE : Outcome.OTHER_STATE);
    }

    private record Owned(VideoId video, AccountId owner) {}

    private interface Change {
        Outcome of(PostRow comment, Owned owned);
    }

    private Outcome curate(PostId id, Actor actor, Change change) {
        var comment = sight.find(id, Optional.of(actor.account()))
                .map(Sight.Seen::post)
                .orElse(null);
        if (comment == null) {
            return Outcome.NOT_FOUND;
        }
        var video = comment.place().rootVideo();
        if (video == null || comment.announcement()) {
            return Outcome.NOT_A_COMMENT;
        }
        var owner = store.owner(video).orElse(null);
        if (owner == null || !access.mayCurate(Optional.of(actor), video, owner)) {
            return Outcome.REFUSED;
        }
        return change.of(comment, new Owned(video, owner));
    }
}
