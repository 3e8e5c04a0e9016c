package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.rules.PostState;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which posts go, are held, or are let through. */
@Component
public class Removal {

    private final PostStore store;
    private final VersionStore versions;
    private final Appearances appearances;
    private final List<Attachment> attachments;

    Removal(PostStore store, VersionStore versions, Appearances appearances, List<Attachment> attachments) {
        this.store = store;
        this.versions = versions;
        this.appearances = appearances;
        this.attachments = attachments;
    }

    /** Empties the post; false when it is gone already. */
    @Transactional
    public boolean delete(PostId id) {
        var post = store.findForUpdate(id)
                .filter(found -> found.state() != PostState.DELETED)
                .orElse(null);
        if (post == null) {
            return false;
        }
        if (post.state() == PostState.PUBLISHED) {
            appearances.disappeared(post);
        }
        attachments.forEach(attachment -> attachment.detach(id));
        versions.delete(id);
        store.deleteMentions(id);
        store.deleteTags(id);
        store.empty(id);
        store.leave(id);
        return true;
    }

    /** Lets a held post through, so that others see it; false when it waits no more. */
    @Transactional
    public boolean letThrough(PostId id, boolean authorPrivate, AccountId videoOwner) {
        var post = store.findForUpdate(id)
                .filter(found -> found.state() == PostState.HELD)
                .orElse(null);
        if (post == null) {
            return false;
        }
        store.state(id, PostState.PUBLISHED);
        appearances.appeared(post, authorPrivate, videoOwner);
        return true;
    }

    /** Takes a published post from others, for a review or for good; false when it is not published. */
    @Transactional
    public boolean withdraw(PostId id, PostState state) {
        var post = store.findForUpdate(id)
                .filter(found -> found.state() == PostState.PUBLISHED)
                .orElse(null);
        if (post == null) {
            return false;
        }
        store.state(id, state);
        appearances.disappeared(post);
        return true;
    }
}
