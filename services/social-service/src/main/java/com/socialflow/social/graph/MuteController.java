package com.socialflow.social.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.People;
import com.socialflow.social.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MuteController {

    /** Longer is for good. */
    private static final Duration LENGTH_MAX = Duration.ofDays(366);

    /** For how long, null: for good; and whether notifications are muted too, as they are when nothing is said. */
    record MuteWish(
            @Nullable Long durationSeconds, @Nullable Boolean notifications) {}

    /** Somebody who is muted. */
    record MuteView(
            AccountId id,
            String username,
            String displayName,
            @Nullable String avatar,
            @JsonProperty("private") boolean privateAccount,
            @Nullable Instant mutedUntil,
            boolean notifications) {

        static MuteView of(Mute mute, Person person) {
            var card = AccountCard.of(person);
            return new MuteView(
                    card.id(),
                    card.username(),
                    card.displayName(),
                    card.avatar(),
                    card.privateAccount(),
                    mute.until(),
                    mute.notifications());
        }
    }

    private final Mutes mutes;
    private final People people;

    MuteController(Mutes mutes, People people) {
        this.mutes = mutes;
        this.people = people;
    }

    @Permit(value = "mute.put", scope = "profile:write")
    @PutMapping("/accounts/{id}/mute")
    ResponseEntity<Void> mute(
            @PathVariable AccountId id, @RequestBody(required = false) @Nullable MuteWish wish, Actor actor) {
        var muter = actor.account();
        if (id.equals(muter)) {
            throw Problem.unprocessable("oneself", "nobody mutes himself or herself");
        }
        var length = wish == null ? null : length(wish.durationSeconds());
        if (!people.find(Set.of(muter, id)).containsKey(id)) {
            throw Problem.notFound("account");
        }
        var notifications = wish == null || !Boolean.FALSE.equals(wish.notifications());
        if (!mutes.mute(muter, id, length, notifications)) {
            throw Problem.unprocessable("mutes-too-many", "you mute %d people already", Mutes.MUTES_MAX);
        }
        return ResponseEntity.noContent().build();
    }

    private static @Nullable Duration length(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < 1 || seconds > LENGTH_MAX.toSeconds()) {
            throw Problem.invalid(
                    "durationSeconds",
                    "out-of-range",
                    "from 1 to %d seconds; leave it out to mute for good",
                    LENGTH_MAX.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }

    @Permit(value = "mute.remove", scope = "profile:write")
    @DeleteMapping("/accounts/{id}/mute")
    ResponseEntity<Void> unmute(@PathVariable AccountId id, Actor actor) {
        mutes.unmute(actor.account(), id);
        return ResponseEntity.noContent().build();
    }

    @Permit(value = "mute.list", scope = "profile:read")
    @GetMapping("/me/mutes")
    ResponseEntity<PageView<MuteView>> muted(PageRequest request, Actor actor) {
        var page = mutes.of(actor.account(), request.after(), request.limit());
        var faces = people.find(page.items().stream().map(Mute::muted).toList());
        return PageView.of(shown(page, faces), view -> view);
    }

    private static Page<MuteView> shown(Page<Mute> page, Map<AccountId, Person> faces) {
        var views = page.items().stream()
                .flatMap(mute ->
                        Optional.ofNullable(faces.get(mute.muted())).stream().map(face -> MuteView.of(mute, face)))
                .toList();
        return new Page<>(views, page.next());
    }
}
