package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.lists.ListMemberStore.Member;
import com.socialflow.social.lists.Lists.AddOutcome;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/lists")
class ListController {

    record ListWish(@Nullable String title) {}

    record ListsView(List<PeopleList> items) {}

    private final Lists lists;
    private final AccountCards cards;

    ListController(Lists lists, AccountCards cards) {
        this.lists = lists;
        this.cards = cards;
    }

    /** All of them: there are at most {@link PeopleList#LISTS_MAX}. */
    @Permit(value = "list.read", scope = "profile:read")
    @GetMapping
    ListsView list(Actor actor) {
        return new ListsView(lists.of(actor.account()));
    }

    @Permit(value = "list.create", scope = "profile:write")
    @PostMapping
    ResponseEntity<PeopleList> create(@RequestBody ListWish wish, Actor actor) {
        var list = lists.create(actor.account(), title(wish.title()))
                .orElseThrow(() -> Problem.unprocessable(
                        "lists-full", "you have %d lists already: delete one", PeopleList.LISTS_MAX));
        return ResponseEntity.created(URI.create("/api/v1/me/lists/" + list.id()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(list);
    }

    @Permit(value = "list.read", scope = "profile:read")
    @GetMapping("/{id}")
    PeopleList get(@PathVariable ListId id, Actor actor) {
        return lists.find(actor.account(), id).orElseThrow(ListController::unknown);
    }

    @Permit(value = "list.edit", scope = "profile:write")
    @PatchMapping("/{id}")
    PeopleList rename(@PathVariable ListId id, @RequestBody ListWish wish, Actor actor) {
        var list = new PeopleList(id, title(wish.title()));
        if (!lists.rename(actor.account(), list)) {
            throw unknown();
        }
        return list;
    }

    @Permit(value = "list.delete", scope = "profile:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable ListId id, Actor actor) {
        if (!lists.delete(actor.account(), id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "list.read", scope = "profile:read")
    @GetMapping("/{id}/members")
    ResponseEntity<PageView<AccountCard>> members(@PathVariable ListId id, PageRequest request, Actor actor) {
        var page = lists.members(actor.account(), id, request.after(), request.limit())
                .orElseThrow(ListController::unknown);
        var people = page.items().stream().map(Member::account).toList();
        return PageView.of(new Page<>(cards.of(people), page.next()), card -> card);
    }

    @Permit(value = "list.edit", scope = "profile:write")
    @PutMapping("/{id}/members/{account}")
    ResponseEntity<Void> add(@PathVariable ListId id, @PathVariable AccountId account, Actor actor) {
        return switch (lists.add(actor.account(), id, account)) {
            case AddOutcome.Added() -> ResponseEntity.noContent().build();
            case AddOutcome.NoList() -> throw unknown();
            case AddOutcome.NotFollowed() ->
                throw Problem.unprocessable("not-followed", "a list holds people whom you follow");
            case AddOutcome.Full() ->
                throw Problem.unprocessable("list-full", "a list holds at most %d people", PeopleList.MEMBERS_MAX);
        };
    }

    @Permit(value = "list.edit", scope = "profile:write")
    @DeleteMapping("/{id}/members/{account}")
    ResponseEntity<Void> remove(@PathVariable ListId id, @PathVariable AccountId account, Actor actor) {
        if (!lists.remove(actor.account(), id, account)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static String title(@Nullable String said) {
        var title = said == null ? "" : said.strip();
        if (title.isEmpty()
                || title.length() > PeopleList.TITLE_MAX
                || title.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("title", "malformed", "one line of 1 to %d characters", PeopleList.TITLE_MAX);
        }
        return title;
    }

    private static Problem unknown() {
        return Problem.notFound("list");
    }
}
