package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ConsentController {

    private final Consents consents;
    private final Clients clients;

    ConsentController(Consents consents, Clients clients) {
        this.consents = consents;
        this.clients = clients;
    }

    record ProgramView(
            String id,
            String name,
            @Nullable String website,
            @Nullable String logo) {}

    /** What is asked, and whether the person allowed it before. */
    record AskedView(String name, String description, boolean granted) {}

    record QuestionView(ProgramView client, List<AskedView> scopes) {}

    record GrantView(
            String id,
            ProgramView client,
            List<String> scopes,
            Instant grantedAt,
            @Nullable Instant lastUsedAt) {}

    record GrantsView(List<GrantView> items) {}

    record ScopesView(List<Scopes.Scope> items) {}

    @GetMapping("/oauth/scopes")
    @Permit("oauth.scopes")
    ScopesView scopes() {
        return new ScopesView(Scopes.ALL);
    }

    /** For the page that asks the person. */
    @GetMapping("/oauth/consents")
    @Permit("consent.read")
    QuestionView question(@RequestParam("client_id") String clientId, @RequestParam String scope, Actor actor) {
        var client = clients.find(clientId).orElseThrow(() -> Problem.notFound("client"));
        var given = consents.given(actor.account(), client.id());
        var asked = Stream.of(scope.split(" "))
                .distinct()
                .flatMap(name -> Scopes.find(name).stream())
                .map(known -> new AskedView(known.name(), known.description(), given.contains(known.name())))
                .toList();
        return new QuestionView(new ProgramView(clientId, client.name(), client.website(), null), asked);
    }

    @GetMapping("/me/grants")
    @Permit("grant.list")
    GrantsView grants(Actor actor) {
        return new GrantsView(consents.of(actor.account()).stream()
                .map(given -> new GrantView(
                        Ids.format(given.id()),
                        new ProgramView(Ids.format(given.client()), given.name(), given.website(), null),
                        given.scopes().stream().sorted().toList(),
                        given.grantedAt(),
                        given.usedAt()))
                .toList());
    }

    @DeleteMapping("/me/grants/{id}")
    @Permit("grant.take-back")
    ResponseEntity<Void> takeBack(@PathVariable String id, Actor actor) {
        if (!consents.takeBack(actor.account(), parsed(id))) {
            throw Problem.notFound("grant");
        }
        return ResponseEntity.noContent().build();
    }

    private static long parsed(String id) {
        try {
            return Ids.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("grant");
        }
    }
}
