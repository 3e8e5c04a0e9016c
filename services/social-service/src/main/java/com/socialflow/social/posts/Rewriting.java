package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.social.rules.PostState;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which what a post says becomes another. */
@Component
class Rewriting {

    /** Earlier versions that are kept of a post: nobody reads more, and editing without end fills no disk. */
    static final int VERSIONS_MAX = 50;

    private final PostStore store;
    private final VersionStore versions;
    private final EntityJson entities;
    private final Appearances appearances;
    private final Outbox outbox;
    private final ObjectProvider<AltTexts> altTexts;

    Rewriting(
            PostStore store,
            VersionStore versions,
            EntityJson entities,
            Appearances appearances,
            Outbox outbox,
            ObjectProvider<AltTexts> altTexts) {
        this.store = store;
        this.versions = versions;
        this.entities = entities;
        this.appearances = appearances;
        this.outbox = outbox;
        this.altTexts = altTexts;
    }

    /**
     * Changes what the post says.
     *
     * @param mentioned by the new text, by their names in lower case
     * @param mustWait others see it again when it was let through
     * @throws Problem 422 when nothing would be left
     */
    @Transactional
    public ChangeOutcome edit(
            PostId id, OptionalLong expected, Edit edit, Map<String, AccountId> mentioned, boolean mustWait) {
        var post = store.findForUpdate(id)
                .filter(found -> found.state() == PostState.PUBLISHED || found.state() == PostState.HELD)
                .orElse(null);
        if (post == null) {
            return new ChangeOutcome.NotFound();
        }
        if (expected.isPresent() && expected.getAsLong() != post.version()) {
            return new ChangeOutcome.ChangedMeanwhile();
        }
        describe(id, edit);
        var text = edit.textGiven() ? edit.text().value() : post.text();
        var warning = edit.warningGiven() ? edit.warning() : post.warning();
        var sensitive = edit.sensitiveGiven() ? edit.sensitive() : post.sensitive();
        var language = edit.languageGiven() ? edit.language() : post.language();
        if (text.isEmpty() && !post.text().isEmpty() && !store.hasMore(id)) {
            throw Problem.invalid("text", "required", "a post says something");
        }
        if (text.equals(post.text())
                && Objects.equals(warning, post.warning())
                && sensitive == post.sensitive()
                && Objects.equals(language, post.language())) {
            return new ChangeOutcome.Changed();
        }
        versions.keep(id);
        versions.prune(id, VERSIONS_MAX);
        store.rewrite(
                id,
                text,
                edit.textGiven() ? entities.of(edit.text(), mentioned) : post.entities(),
                warning,
                sensitive,
                language);
        var newlyMentioned = edit.textGiven() ? referTo(id, edit, mentioned) : Set.<AccountId>of();
        tell(post, newlyMentioned, mustWait);
        return new ChangeOutcome.Changed();
    }

    /** What a picture shows is no part of what the post says: it makes no version. */
    private void describe(PostId id, Edit edit) {
        if (!edit.alts().isEmpty()) {
            var images = altTexts.getIfAvailable();
            if (images == null) {
                throw Problem.invalid("images", "not-found", "this post has no such pictures");
            }
            images.describe(id, edit.alts());
        }
    }

    /** Replaces whom and what the post names; gives who was not named before. */
    private Set<AccountId> referTo(PostId id, Edit edit, Map<String, AccountId> mentioned) {
        var added = new HashSet<>(mentioned.values());
        store.mentions(id).forEach(added::remove);
        store.deleteMentions(id);
        store.insertMentions(id, mentioned.values());
        store.deleteTags(id);
        store.insertTags(
                id, edit.text().tags().stream().limit(PostStore.TAGS_MAX).toList());
        return added;
    }

    private void tell(Post before, Set<AccountId> newlyMentioned, boolean mustWait) {
        if (before.state() == PostState.HELD) {
            return;
        }
        if (mustWait) {
            store.state(before.id(), PostState.HELD);
            appearances.disappeared(before);
            return;
        }
        outbox.append(PostEdited.newBuilder()
                .setAuthor(before.author().value())
                .setPost(before.id().value())
                .addAllNewMention(
                        newlyMentioned.stream().map(AccountId::value).sorted().toList())
                .setVersion(before.version() + 1)
                .build());
    }
}
