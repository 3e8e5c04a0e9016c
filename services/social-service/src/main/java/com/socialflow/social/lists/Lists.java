package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.lists.ListMemberStore.Member;
import com.socialflow.social.people.PeopleLocks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with their lists. As in Mastodon, only those whom the owner follows are taken in, so that a list shows
 * nothing that its owner could not see at home; whoever is followed no longer is in none.
 */
@Component
class Lists {

    private final ListStore lists;
    private final ListMemberStore members;
    private final Graph graph;
    private final PeopleLocks locks;
    private final Ids ids;

    Lists(ListStore lists, ListMemberStore members, Graph graph, PeopleLocks locks, Ids ids) {
        this.lists = lists;
        this.members = members;
        this.graph = graph;
        this.locks = locks;
        this.ids = ids;
    }

    List<PeopleList> of(AccountId owner) {
        return lists.of(owner);
    }

    Optional<PeopleList> find(AccountId owner, ListId id) {
        return lists.find(owner, id);
    }

    /** An empty list; none when the person has too many. */
    @Transactional
    Optional<PeopleList> create(AccountId owner, String title) {
        locks.hold(List.of(owner));
        if (lists.of(owner).size() >= PeopleList.LISTS_MAX) {
            return Optional.empty();
        }
        var list = new PeopleList(new ListId(ids.next()), title);
        lists.insert(owner, list);
        return Optional.of(list);
    }

    /** Whether the list is this person's. */
    @Transactional
    boolean rename(AccountId owner, PeopleList list) {
        return lists.rename(owner, list);
    }

    /** Whether the list was this person's. */
    @Transactional
    boolean delete(AccountId owner, ListId id) {
        return lists.delete(owner, id);
    }

    /** Takes somebody in. Held beside the end of a follow, which would leave somebody behind otherwise. */
    @Transactional
    AddOutcome add(AccountId owner, ListId id, AccountId account) {
        locks.hold(List.of(owner, account));
        if (!lists.lock(owner, id)) {
            return new AddOutcome.NoList();
        }
        if (!graph.ties(Optional.of(owner), Set.of(account)).followed().contains(account)) {
            return new AddOutcome.NotFollowed();
        }
        if (members.countOthers(id, account, PeopleList.MEMBERS_MAX) == PeopleList.MEMBERS_MAX) {
            return new AddOutcome.Full();
        }
        members.insert(id, owner, account, ids.next());
        return new AddOutcome.Added();
    }

    /** Takes somebody out; whether the list is this person's. */
    @Transactional
    boolean remove(AccountId owner, ListId id, AccountId account) {
        members.delete(id, owner, account);
        return lists.find(owner, id).isPresent();
    }

    /** Who is in a list, the newest first; empty when it is not this person's. */
    Optional<Page<Member>> members(AccountId owner, ListId id, Cursor after, int limit) {
        return lists.find(owner, id)
                .map(list -> Page.cut(
                        members.of(list.id(), after.positionOr(Long.MAX_VALUE), limit + 1), limit, Member::position));
    }

    sealed interface AddOutcome {
        record Added() implements AddOutcome {}

        record NoList() implements AddOutcome {}

        record NotFollowed() implements AddOutcome {}

        record Full() implements AddOutcome {}
    }
}
