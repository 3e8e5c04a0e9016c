package com.socialflow.social.drafts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.people.People;
import com.socialflow.social.posts.DraftJson;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Keeping what a composer sends until its author goes on. It is checked now, and again when it is published. */
@Component
class Drafts {

    /** Of one account: more than anyone finds again. */
    static final int DRAFTS_MAX = 100;

    private final DraftRows rows;
    private final SavedDraftStore store;
    private final People people;
    private final Permits permits;
    private final Ids ids;
    private final Clock clock;

    Drafts(DraftRows rows, SavedDraftStore store, People people, Permits permits, Ids ids, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.people = people;
        this.permits = permits;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps another draft; empty when there are too many. */
    Optional<SavedDraft> add(AccountId owner, ObjectNode content) {
        var images = DraftJson.parse(content).images();
        // From here on there is a row to hold.
        people.find(owner);
        var now = clock.instant();
        var draft = new SavedDraft(new DraftId(ids.next()), owner, content.toString(), now, now);
        return rows.add(draft, images) ? Optional.of(draft) : Optional.empty();
    }

    Page<SavedDraft> page(AccountId owner, Cursor after, int limit) {
        var drafts = store.page(owner, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(drafts, limit, draft -> draft.id().value());
    }

    /** Of what others keep nobody may know. */
    Optional<SavedDraft> find(DraftId id, Actor actor) {
        return own(id, actor, "draft.read");
    }

    /** Keeps this instead; empty when the person has no such draft. */
    Optional<SavedDraft> replace(DraftId id, Actor actor, ObjectNode content) {
        var images = DraftJson.parse(content).images();
        return own(id, actor, "draft.edit").flatMap(draft -> rows.replace(draft, content.toString(), images));
    }

    boolean delete(DraftId id, Actor actor) {
        return own(id, actor, "draft.delete")
                .map(draft -> rows.delete(draft.id()))
                .orElse(false);
    }

    private Optional<SavedDraft> own(DraftId id, Actor actor, String action) {
        return store.find(id)
                .filter(draft -> permits.allows(
                        Optional.of(actor), action, Resource.of("Draft", id).with("owner", draft.owner())));
    }
}
