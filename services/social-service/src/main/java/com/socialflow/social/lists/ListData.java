package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import com.socialflow.social.lists.ListMemberStore.Member;
import com.socialflow.social.people.KnownNames;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's own lists, and the place in those of others. */
@Component
class ListData implements PersonalData {

    record ExportedList(ListId id, String title, List<ExportedMember> members) {}

    /** Without a name when nobody is to see the person now. */
    record ExportedMember(AccountId account, @Nullable String username) {}

    private final ListStore lists;
    private final ListMemberStore members;
    private final KnownNames names;

    ListData(ListStore lists, ListMemberStore members, KnownNames names) {
        this.lists = lists;
        this.members = members;
        this.names = names;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var exported = lists.of(account).stream().map(this::exported).toList();
        if (!exported.isEmpty()) {
            archive.json("social/lists.json", "Your lists of people", exported);
        }
    }

    private ExportedList exported(PeopleList list) {
        var accounts = members.of(list.id(), Long.MAX_VALUE, PeopleList.MEMBERS_MAX).stream()
                .map(Member::account)
                .toList();
        var found = names.of(accounts);
        var people = new ArrayList<ExportedMember>();
        accounts.forEach(account -> people.add(new ExportedMember(account, found.get(account))));
        return new ExportedList(list.id(), list.title(), people);
    }

    @Override
    public int erase(AccountId account, int limit) {
        var own = lists.of(account);
        own.forEach(list -> lists.delete(account, list.id()));
        return own.size() + members.deleteEverywhere(account, limit);
    }
}
