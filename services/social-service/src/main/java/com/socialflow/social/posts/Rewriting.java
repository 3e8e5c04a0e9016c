package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which what a post says becomes another. */
@Component
class Rewriting {

    /** Earlier versions that are kept of a post: nobody reads more, and editing without end fills no disk. */
    static final int VERSIONS_MAX = 50;

    /** Of one author: what fits above the fold. */
    static final int PINNED_MAX = 3;

    private final PostStore store;
    private final VersionStore versions;
    private final EntityJson entities;
    private final Appearances appearances;
    private final Tallies tallies;
    private final Outbox outbox;

    Rewriting(
            PostStore store,
            VersionStore versions,
            EntityJson entities,
            Appearances appearances,
            Tallies tallies,
            Outbox outbox) {
        this.store = store;
        this.versions = versions;
        this.entities = entities;
        this.appearances = appearances;
        this.tallies = tallies;
        this.outbox = outbox;
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

    /** Replaces whom and what the post names; gives who was not named before. */
    private Set<AccountId> referTo(PostId id, Edit edit, Map<String, AccountId> mentioned) {
        var added = new HashSet<>(mentioned.values());
        store.mentions(id).forEach(added::remove);
        store.deleteMentions(id);
        store.insertMentions(id, mentioned.values());
        store.deleteTags(id);
        store.insertTags(id, edit.text().tags().stream().limit(PostStore.TAGS_MAX).toList());
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

    /** Takes a quoted post out of what quotes it; false when that does not quote it. Twice is once. */
    @Transactional
    public boolean revokeQuote(PostId quoted, PostId quoting) {
        var post = store.findForUpdate(quoting).orElse(null);
        if (post == null || !store.quotes(quoting, quoted)) {
            return false;
        }
        if (post.quote() == null) {
            return true;
        }
        store.revokeQuote(quoting);
        if (post.state() == PostState.PUBLISHED) {
            tallies.add(quoted, Tally.QUOTES, -1);
            tell(post, Set.of(), false);
        }
        return true;
    }

    /** Puts a post first on its author's page, or takes it from there. */
    @Transactional
    public PinOutcome pin(PostId id, AccountId author, boolean pinned) {
        // Two who count at the same time would both find a place free.
        store.lockAuthor(author);
        var post = store.findForUpdate(id)
                .filter(found -> found.state() == PostState.PUBLISHED)
                .orElse(null);
        if (post == null) {
            return PinOutcome.NOT_FOUND;
        }
        if (pinned && store.pinnedOthers(author, id) >= PINNED_MAX) {
            return PinOutcome.TOO_MANY;
        }
        store.pin(id, pinned);
        return PinOutcome.DONE;
    }

    /** What came of pinning. */
    enum PinOutcome {
        DONE,
        NOT_FOUND,
        REFUSED,
        TOO_MANY
    }
}
