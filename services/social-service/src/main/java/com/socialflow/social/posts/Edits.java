package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.people.People;
import com.socialflow.social.views.PostRow;
import com.socialflow.social.views.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Editing: whatever must be asked of others first, then one transaction. Everybody sees what a post said before. */
@Component
class Edits {

    private final Sight sight;
    private final PostAccess access;
    private final People people;
    private final Rewriting rewriting;
    private final VersionStore versions;
    private final ObjectProvider<CommentRules> commentRules;

    Edits(
            Sight sight,
            PostAccess access,
            People people,
            Rewriting rewriting,
            VersionStore versions,
            ObjectProvider<CommentRules> commentRules) {
        this.sight = sight;
        this.access = access;
        this.people = people;
        this.rewriting = rewriting;
        this.versions = versions;
        this.commentRules = commentRules;
    }

    /** @param expected the version that the change was made against, when the client named one */
    ChangeOutcome edit(PostId id, Actor actor, OptionalLong expected, Edit edit) {
        var seen = sight.find(id, Optional.of(actor.account())).orElse(null);
        if (seen == null) {
            return new ChangeOutcome.NotFound();
        }
        var post = seen.post();
        if (post.announcement() || !access.allows(actor, "post.edit", id, post.author())) {
            return new ChangeOutcome.Refused();
        }
        var names = edit.text().usernames().stream().limit(Posts.MENTIONS_MAX).toList();
        var mentioned = names.isEmpty()
                ? Map.<String, AccountId>of()
                : people.named(names).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().account()));
        return rewriting.edit(id, expected, edit, mentioned, mustWait(post, edit));
    }

    /** What a video's owner would hold when it is new is held when it is rewritten. */
    private boolean mustWait(PostRow post, Edit edit) {
        var video = post.place().rootVideo();
        var rules = commentRules.getIfAvailable();
        return edit.textGiven()
                && video != null
                && rules != null
                && rules.on(video, post.author(), edit.text()) instanceof CommentRules.Verdict.Held;
    }

    /** What the post says and said, the newest first; empty when there is no such post for the viewer. */
    Optional<List<VersionView>> history(PostId id, Optional<Actor> viewer) {
        return sight.find(id, viewer.map(Actor::account)).map(seen -> {
            var all = new ArrayList<VersionView>();
            all.add(VersionView.of(seen.post()));
            all.addAll(versions.list(id));
            return List.copyOf(all);
        });
    }
}
